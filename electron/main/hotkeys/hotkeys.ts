import { EventEmitter } from 'node:events';
import { problem, type ProblemCode } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { DictationMode } from '#shared/setting-values.ts';
import type { Settings } from '#shared/settings.ts';
import { actions, hotkeyActions, type HotkeyAction } from '#shared/actions.ts';
import type { Hotkey } from '#shared/app-state.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { BackEnd, HotkeyStatus, KeyEvent } from './back-end.ts';
import { whyGivesWay, whyNotShortcut } from './shortcut-rules.ts';
import { selectBackEnd, type Desktop } from './select.ts';
import { TaskQueue } from '../../task-queue.ts';

/** The setting that holds the hotkey of an action. */
const settingOf = (action: HotkeyAction) => actions[action].hotkey.setting;

const hiddenRelease: ProblemCode = 'no-release-accessibility';
/** What only the permission of macOS under Accessibility mends. */
const needsAccessibility: ProblemCode[] = ['media-key-accessibility', hiddenRelease];

interface HotkeyEvents {
  key: [event: KeyEvent];
  /** Escape was pressed while a dictation runs. */
  escape: [];
  /** The status of the hotkeys has changed without a request. */
  changed: [hotkeys: Hotkey[]];
}

/** The global hotkeys of the settings. */
export class Hotkeys extends EventEmitter<HotkeyEvents> {
  readonly #settings: SettingsStore;
  readonly #isMac: boolean;
  readonly #askForAccessibility: () => void;
  readonly #backEnd: BackEnd;
  readonly #statuses = new Map<HotkeyAction, HotkeyStatus>();
  #isSuspended = false;
  #isEscapeWatched = false;
  /** Changes run one after the other, because each releases some keys and takes others. */
  readonly #tasks = new TaskQueue();

  constructor(desktop: Desktop, settings: SettingsStore) {
    super();
    this.#settings = settings;
    this.#isMac = desktop.system === 'macos';
    this.#askForAccessibility = desktop.askForAccessibility;
    const onKey = (event: KeyEvent): boolean => this.emit('key', event);
    this.#backEnd = selectBackEnd(desktop, onKey, (action, status) => {
      this.#statuses.set(action, status);
      this.emit('changed', this.list);
    });
  }

  /** Every hotkey with its status. A hotkey that is not registered yet counts as working. */
  get list(): Hotkey[] {
    return hotkeyActions.map((action) => {
      const { problem, holdProblem } = this.#statuses.get(action) ?? notRegistered;
      const canHold = action === 'dictate' && holdProblem === null;
      return { action, accelerator: this.#accelerator(action), canHold, holdProblem, problem };
    });
  }

  /** Registers the shortcuts. Once it resolves, all that the desktop grants work. */
  apply(): Promise<Hotkey[]> {
    return this.#tasks.run(() => this.#takeAll());
  }

  /** Unregisters all shortcuts, so that the panel can record a key press, or registers them again. */
  suspend(isSuspended: boolean): Promise<Result<null>> {
    return this.#tasks.run(async () => {
      if (isSuspended && this.#backEnd.areChosenElsewhere)
        return failed(problem('chosen-in-compositor', {}));
      if (isSuspended) this.#letGo();
      else await this.#resume();
      return ok(null);
    });
  }

  /** Changes the shortcut of an action and stores the choice. If that fails, the earlier one stays. */
  change(action: HotkeyAction, accelerator: string): Promise<Result<null>> {
    return this.#tasks.run(async () => {
      const refusal = whyNotShortcut(action, accelerator, this.list, {
        isMac: this.#isMac,
        mode: this.#settings.all.dictationMode,
      });
      const changed =
        refusal === null
          ? await this.#keepIfHeard(action, settingOf(action), accelerator)
          : failed(refusal);
      await this.#resume();
      return changed;
    });
  }

  /** Changes how the dictation key is used. If the mode is not possible here, nothing changes. */
  changeMode(mode: DictationMode): Promise<Result<null>> {
    return this.#tasks.run(() => this.#keepIfHeard('dictate', 'dictationMode', mode));
  }

  /**
   * Tries the dictation key again if macOS did not permit to hear its release. The person may have allowed it
   * since, and a new key watch learns that.
   */
  tryAgain(): Promise<void> {
    return this.#tasks.run(async () => {
      const { problem, holdProblem } = this.#statuses.get('dictate') ?? notRegistered;
      const isRefused = [problem, holdProblem].some((why) => why?.code === hiddenRelease);
      if (this.#isSuspended || !isRefused) return;
      this.#backEnd.unbind('dictate');
      await this.#take('dictate');
      this.emit('changed', this.list);
    });
  }

  /** Whether Escape is reported on this desktop. */
  get hearsEscape(): boolean {
    return this.#backEnd.hearsEscape;
  }

  /** Takes Escape while a dictation runs, or releases it. */
  watchEscape(isOn: boolean): void {
    this.#isEscapeWatched = isOn;
    if (!this.#isSuspended) this.#takeEscape();
  }

  /** See `BackEnd.watchInput`. */
  watchInput(afterServerMs: number | null): () => boolean | null {
    return this.#backEnd.watchInput(afterServerMs);
  }

  /** Releases all keys. */
  dispose(): void {
    this.#backEnd.dispose();
  }

  async #keepIfHeard<Name extends keyof Settings>(
    action: HotkeyAction,
    name: Name,
    value: Settings[Name],
  ): Promise<Result<null>> {
    this.#backEnd.unbind(action);
    const status = await this.#bind(action, { ...this.#settings.all, [name]: value });
    const why = status.problem ?? (name === 'dictationMode' ? status.holdProblem : null);
    // The person has just chosen what needs it. A start of the app does not ask.
    if (why !== null && needsAccessibility.includes(why.code)) this.#askForAccessibility();
    const kept = why === null ? this.#settings.choose(name, value) : failed(why);
    if (kept.ok) this.#statuses.set(action, status);
    else {
      this.#backEnd.unbind(action);
      await this.#take(action);
    }
    return kept;
  }

  #letGo(): void {
    this.#isSuspended = true;
    this.#backEnd.watchEscape(null);
    for (const action of hotkeyActions) this.#backEnd.unbind(action);
  }

  async #resume(): Promise<void> {
    if (!this.#isSuspended) return;
    this.#isSuspended = false;
    this.#takeEscape();
    for (const action of hotkeyActions) this.#backEnd.unbind(action);
    await this.#takeAll();
  }

  async #takeAll(): Promise<Hotkey[]> {
    await Promise.all(hotkeyActions.map((action) => this.#take(action)));
    return this.list;
  }

  async #take(action: HotkeyAction): Promise<void> {
    const { areChosenElsewhere } = this.#backEnd;
    const refusal = areChosenElsewhere ? null : whyGivesWay(action, this.list, this.#isMac);
    const status =
      refusal === null
        ? await this.#bind(action, this.#settings.all)
        : { problem: refusal, holdProblem: null };
    this.#statuses.set(action, status);
  }

  #takeEscape(): void {
    this.#backEnd.watchEscape(this.#isEscapeWatched ? () => this.emit('escape') : null);
  }

  #bind(action: HotkeyAction, settings: Settings): Promise<HotkeyStatus> {
    const isHeld = action === 'dictate' && settings.dictationMode !== 'toggle';
    return this.#backEnd.bind({ action, accelerator: settings[settingOf(action)], isHeld });
  }

  #accelerator(action: HotkeyAction): string {
    return this.#settings.all[settingOf(action)];
  }
}

const notRegistered: HotkeyStatus = { problem: null, holdProblem: null };
