import { expect } from 'vitest';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';
import type { SessionProfile } from '#core/profiles/profiles.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/problem.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { until as untilInTime } from '../../../test/support/virtual-time.ts';
import { WavMicrophone } from '../audio/wav-microphone.ts';
import type { AppProfile } from '#shared/setting-values.ts';
import type { InsertionRules, Outcome, Target } from '../insertion/insertion.ts';
import type { ConnectionTarget } from '../listening/connection-target.ts';
import { ListeningController } from '../listening/listening-controller.ts';
import { observing } from '../listening/observer.fixture.ts';
import { StoreDesk, value } from '../storage/database/store.fixture.ts';
import type { Store } from '../storage/database/store.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import { DictationController } from './dictation-controller.ts';
import { KeyHold } from './key-hold.ts';

/**
 * A key, a recording as the microphone, a real service and a real store, in virtual time. The program that
 * has the focus is replaced by one in memory.
 */
export class DictationDesk {
  readonly service: Service;
  readonly #storeDesk = new StoreDesk();
  readonly #store: Store = this.#storeDesk.start();
  readonly statuses: DictationStatus[] = [];
  readonly asked: string[] = [];
  readonly problems: (Problem | null)[] = [];
  /** The typed texts, each with its window. */
  readonly typed: [string, string][] = [];
  /** The settings. */
  keepHistory = true;
  voiceCommands = false;
  appProfiles: AppProfile[] = [];
  /** The texts that were to be removed, each with its window, and whether that is possible. */
  readonly erased: [string, string][] = [];
  erases = true;
  /** False where programs cannot be asked for their text. */
  canErase = true;
  /** How each text was to be inserted. */
  readonly rules: (InsertionRules | undefined)[] = [];
  focused: Target | null = { app: 'Editor', windowId: 1 };
  /** Resolves once the desktop names the window; null: at once. */
  named: Promise<Target | null> | null = null;
  outcome: Outcome = { type: 'inserted', times: { keySentMs: 1, textReadMs: 2 } };
  /** Called when the speech is over, because the next event may come within milliseconds. */
  onFinishing: () => void = () => undefined;
  /** Whether the app has taken Escape from the other programs. */
  isEscapeOurs = false;

  private constructor(service: Service) {
    this.service = service;
  }

  static async open(): Promise<DictationDesk> {
    return new DictationDesk(await startService());
  }

  async close(): Promise<void> {
    await this.service.close();
    await this.#store.close();
    await this.#storeDesk.clear();
  }

  /**
   * A controller whose microphone delivers this sound.
   *
   * @param account by default one that the service accepts
   */
  controllerFor(
    pcm: Int16Array,
    account: () => Result<ConnectionTarget> = () => ok(this.#account),
  ): DictationController {
    const listeningController = new ListeningController(
      () => new WavMicrophone(new Uint8Array(pcm.buffer, pcm.byteOffset, pcm.byteLength)),
      (profile = null) => withLanguage(account(), profile),
      () => ({ maxAttempts: 2, warmMs: 0 }),
      storeNothing,
      observing({
        dictationEnded: (id) => dictationController.ended(id),
        dictated: (dictated) => void dictationController.dictated(dictated),
        problem: (problem) => this.problems.push(problem),
      }),
    );
    const dictationController = new DictationController({
      keyHold: new KeyHold(),
      listeningController,
      insertion: {
        focused: () => this.named ?? Promise.resolve(this.focused),
        insert: (text, target, rules) => {
          this.rules.push(rules);
          this.typed.push([target?.app ?? 'nowhere', text]);
          return Promise.resolve(this.outcome);
        },
        dispose: () => Promise.resolve(),
      },
      eraseText: this.canErase ? this.#erase : null,
      store: this.#store,
      settings: () => ({
        keepHistory: this.keepHistory,
        dictationMode: 'auto',
        insertion: 'paste',
        replacements: [{ from: 'hold', to: 'keep' }],
        languageCodes: [],
        appProfiles: this.appProfiles,
        voiceCommands: this.voiceCommands,
        removeFillers: false,
      }),
      isOccupied: () => false,
      isDemo: () => false,
      watchEscape: (isOn) => (this.isEscapeOurs = isOn),
      watchInput: () => () => false,
      onTarget: () => undefined,
      onAsked: () => this.asked.push('asked'),
      onRefused: () => this.asked.push('refused'),
      onStatus: (status) => {
        this.statuses.push(status);
        if (status.phase === 'finishing') this.onFinishing();
      },
      onHistory: () => undefined,
      onProblem: (problem) => this.problems.push(problem),
    });
    return dictationController;
  }

  rows = async () => value(this.#store.dictations(null, 9));

  /** Moves the clock only after the store has answered, because its thread has a clock of its own. */
  until(assertion: () => unknown): Promise<void> {
    return untilInTime(async () => {
      await this.rows();
      await assertion();
    });
  }

  done = (): Promise<void> =>
    this.until(() => expect(this.statuses.at(-1)).toMatchObject({ phase: 'done' }));

  outcomes(...states: string[]): Promise<void> {
    return this.until(async () => {
      expect((await this.rows()).map(({ state }) => state)).toEqual(states);
    });
  }

  #erase = (text: string, target: Target): Promise<boolean> => {
    this.erased.push([target.app, text]);
    return Promise.resolve(this.erases);
  };

  get #account(): ConnectionTarget {
    return {
      baseUrl: this.service.env.CAPTIONKEY_STREAMING_URL,
      key: validKey,
      parameters: plainParameters,
    };
  }
}

/** The target of a session in the language of a profile. */
function withLanguage(
  target: Result<ConnectionTarget>,
  profile: SessionProfile | null,
): Result<ConnectionTarget> {
  if (!target.ok || profile?.language === undefined) return target;
  const { parameters } = target.value;
  const values = new Map(parameters.values).set('language_codes', [profile.language]);
  return ok({ ...target.value, parameters: { ...parameters, values } });
}
