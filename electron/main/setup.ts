import { isMicrophone, refOf, type Microphone } from '#shared/microphone.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Hotkey, Setup } from '#shared/setup.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import { listMicrophones } from './audio/list-microphones.ts';
import type { Fork } from './child.ts';
import { checkKey } from './socket/check-key.ts';
import { parseKey, type KeyStore } from './settings/key-store.ts';
import type { SettingsStore } from './settings/settings-store.ts';
import type { Sources } from './sources.ts';

interface Parts {
  fork: Fork;
  keys: KeyStore;
  settings: SettingsStore;
  sources: Sources;
  /** Where the service is now. */
  baseUrl: () => string;
}

/** What the panel shows and changes. */
export class SetupModel {
  readonly #parts: Parts;
  readonly #changed: (setup: Setup) => void;
  #microphones: Microphone[] = [];
  #microphoneNote: string | null = null;
  #hotkeys: Hotkey[] = [];
  #isPreRolling = false;
  /** What the key check found about a model; it counts while that model is chosen. */
  #modelNote: { model: SpeechModel; note: string } | null = null;

  /** @param changed called with the new whole after each change */
  constructor(parts: Parts, changed: (setup: Setup) => void) {
    this.#parts = parts;
    this.#changed = changed;
  }

  read(): Setup {
    const { keys, settings, sources } = this.#parts;
    return {
      keySource: keys.source,
      keyNote: this.#keyNote(),
      microphones: this.#microphones,
      chosenMicrophone: settings.all.microphone,
      hotkeys: this.#hotkeys,
      dictationMode: settings.all.dictationMode,
      isDemo: sources.isDemo,
      isPreRolling: this.#isPreRolling,
      microphoneNote: this.#microphoneNote,
    };
  }

  /** Tells everybody that something changed, and answers with the whole. */
  refresh(): Setup {
    const setup = this.read();
    this.#changed(setup);
    return setup;
  }

  setHotkeys(hotkeys: Hotkey[]): Setup {
    this.#hotkeys = hotkeys;
    return this.refresh();
  }

  setPreRolling(isOn: boolean): void {
    this.#isPreRolling = isOn;
    this.refresh();
  }

  /** Stores a key once the service has accepted it. */
  async saveKey(pasted: string): Promise<Result<Setup>> {
    const key = parseKey(pasted);
    if (!key.ok) return key;
    const { speechModel: model } = this.#parts.settings.all;
    const checked = await checkKey(this.#parts.baseUrl(), key.value, model);
    if (!checked.ok) return checked;
    await this.#parts.keys.save(key.value);
    this.#modelNote = checked.value === null ? null : { model, note: checked.value };
    return ok(this.refresh());
  }

  #keyNote(): string | null {
    const { keys, settings } = this.#parts;
    const modelNote =
      this.#modelNote?.model === settings.all.speechModel ? this.#modelNote.note : null;
    const notes = [keys.note, modelNote].filter((note) => note !== null);
    return notes.length === 0 ? null : notes.join(' ');
  }

  async rescanMicrophones(): Promise<Setup> {
    const found = await listMicrophones(this.#parts.fork);
    if (found.ok) this.#identifyChosen(found.value);
    this.#microphones = found.ok ? found.value : [];
    this.#microphoneNote = found.ok ? noteOn(found.value) : found.problem.sentence;
    return this.refresh();
  }

  /** Stores the identity of a microphone that version 0.1 chose by its name. */
  #identifyChosen(present: Microphone[]): void {
    const { settings } = this.#parts;
    const chosen = settings.all.microphone;
    if (chosen === null || chosen.id !== undefined) return;
    const same = present.find((microphone) => isMicrophone(microphone, chosen));
    // Where it cannot be stored, the name finds the microphone next time, too.
    if (same !== undefined) settings.chooseMicrophone(refOf(same));
  }
}

const noteOn = (microphones: Microphone[]): string | null =>
  microphones.length === 0 ? 'No microphone was found. Plug one in, then look again.' : null;
