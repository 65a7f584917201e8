import { EventEmitter } from 'node:events';
import { hasMicrophone, isMicrophone, refOf, type PresentMicrophone } from '#shared/microphone.ts';
import { joinProblems, problem, type Problem } from '#shared/problem.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Hotkey, AppState } from '#shared/app-state.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import { listMicrophones } from '../audio/list-microphones.ts';
import { oneHostApi } from '../audio/one-host-api.ts';
import type { Fork } from '../processes/child.ts';
import { checkKey } from '../connection/check-key.ts';
import { parseKey, type KeyStore } from '../settings/key-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import type { AudioInput } from '../audio/audio-input.ts';

interface Parts {
  fork: Fork;
  keys: KeyStore;
  settings: SettingsStore;
  audioInput: AudioInput;
  /** The address of the service in the chosen region. */
  baseUrl: () => string;
  /** See `AppState.canScratch`. */
  canScratch: boolean;
}

/** The state that the panel shows and changes. Emits the whole state after each change. */
export class AppStateModel extends EventEmitter<{ changed: [appState: AppState] }> {
  readonly #parts: Parts;
  #microphones: PresentMicrophone[] = [];
  #computerSound: PresentMicrophone | null = null;
  #microphoneProblem: Problem | null = null;
  #hotkeys: Hotkey[] = [];
  #isPreRolling = false;
  /** What the key check found about a model. It counts while that model is chosen. */
  #modelNote: { model: SpeechModel; note: Problem } | null = null;

  constructor(parts: Parts) {
    super();
    this.#parts = parts;
  }

  read(): AppState {
    const { keys, settings, audioInput, canScratch } = this.#parts;
    return {
      keySource: keys.source,
      keyNote: this.#keyNote(),
      microphones: this.#microphones,
      computerSound: this.#computerSound,
      canScratch,
      chosenMicrophone: settings.all.microphone,
      hotkeys: this.#hotkeys,
      dictationMode: settings.all.dictationMode,
      isFirstRun: this.#isFirstRun,
      isDemo: audioInput.isDemo,
      isPreRolling: this.#isPreRolling,
      microphoneProblem: this.#microphoneProblem,
    };
  }

  /** A person with a key is not new, even if it is still being read, or cannot be read here. */
  get #isFirstRun(): boolean {
    const { keys, settings, audioInput } = this.#parts;
    const hasKey = keys.source !== 'none' || keys.reading !== null || keys.problem !== null;
    return !settings.all.firstRunDone && !hasKey && !audioInput.isDemo;
  }

  /** If that cannot be stored, the first run is back at the next start. */
  finishFirstRun(): Result<AppState> {
    const stored = this.#parts.settings.choose('firstRunDone', true);
    return stored.ok ? ok(this.refresh()) : stored;
  }

  /** Emits a change, and returns the whole state. */
  refresh(): AppState {
    const appState = this.read();
    this.emit('changed', appState);
    return appState;
  }

  setHotkeys(hotkeys: Hotkey[]): AppState {
    this.#hotkeys = hotkeys;
    return this.refresh();
  }

  setPreRolling(isOn: boolean): void {
    this.#isPreRolling = isOn;
    this.refresh();
  }

  /** Stores a key once the service has accepted it. */
  async saveKey(pasted: string): Promise<Result<AppState>> {
    const key = parseKey(pasted);
    if (!key.ok) return key;
    const { speechModel: model } = this.#parts.settings.all;
    const checked = await checkKey(this.#parts.baseUrl(), key.value, model);
    if (!checked.ok) return checked;
    await this.#parts.keys.save(key.value);
    this.#modelNote = checked.value === null ? null : { model, note: checked.value };
    return ok(this.refresh());
  }

  /** A person who removes their key is not new afterwards. */
  forgetKey(): Result<AppState> {
    const { keys, settings } = this.#parts;
    if (!settings.all.firstRunDone) settings.choose('firstRunDone', true);
    const forgotten = keys.forget();
    const changed = this.refresh();
    return forgotten.ok ? ok(changed) : forgotten;
  }

  #keyNote(): Problem | null {
    const { keys, settings } = this.#parts;
    const modelNote =
      this.#modelNote?.model === settings.all.speechModel ? this.#modelNote.note : null;
    return joinProblems([keys.note, modelNote]);
  }

  async rescanMicrophones(): Promise<AppState> {
    const found = await listMicrophones(this.#parts.fork);
    // A list that cannot be read does not change the earlier one.
    if (found.ok) {
      this.#identifyChosen(found.value);
      this.#microphones = this.#offered(found.value);
      this.#computerSound = found.value.find(({ isOfDefaultOutput }) => isOfDefaultOutput) ?? null;
    }
    this.#microphoneProblem = found.ok ? problemWith(found.value) : found.problem;
    return this.refresh();
  }

  /** Without the monitors of outputs that neither the person nor the system has chosen. */
  #offered(present: PresentMicrophone[]): PresentMicrophone[] {
    const chosen = this.#parts.settings.all.microphone;
    return oneHostApi(present, chosen).filter(
      (known) =>
        known.isMonitor !== true ||
        known.isDefault ||
        (chosen !== null && isMicrophone(known, chosen)),
    );
  }

  /** Stores the identity of a microphone that version 0.1 chose by its name. */
  #identifyChosen(present: PresentMicrophone[]): void {
    const { settings } = this.#parts;
    const chosen = settings.all.microphone;
    if (chosen === null || chosen.id !== undefined) return;
    const same = present.find((microphone) => isMicrophone(microphone, chosen));
    // If it cannot be stored, the name finds the microphone next time, too.
    if (same !== undefined) settings.chooseMicrophone(refOf(same));
  }
}

const problemWith = (microphones: PresentMicrophone[]): Problem | null =>
  hasMicrophone(microphones) ? null : problem('no-microphone-listed', {});
