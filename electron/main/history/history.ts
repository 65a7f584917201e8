import { bytesPerSample } from '#core/audio-format.ts';
import type {
  DictationAction,
  Exported,
  ExportFormat,
  HistoryPage,
  HistoryQuery,
} from '#shared/dictation.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/status.ts';
import type { Microphone } from '../audio/microphone.ts';
import { RecoveredMicrophone } from '../recovery/recovered-microphone.ts';
import type { Recordings } from '../recovery/recordings.ts';
import type { WholeDictation } from '../store/dictation-records.ts';
import type { Store } from '../store/store.ts';
import { exportTo, type AskWhereToSave } from './export/export.ts';
import type { Rehearing } from './rehearing.ts';

/** What became of a text that was to be put where the cursor is. */
export type Delivered =
  | { type: 'delivered' }
  | { type: 'pasted'; problem: Problem }
  | { type: 'on-clipboard'; problem: Problem | null }
  | { type: 'held'; problem: Problem };

interface Parts {
  store: Store;
  recordings: Recordings;
  rehearing: Rehearing;
  /** Listens to this instead of the microphone; fails while that is in use. */
  listenTo: (sound: Microphone, onHeard: () => void) => Promise<Result<null>>;
  deliver: (text: string) => Promise<Delivered>;
  copyText: (text: string) => Promise<void>;
  askWhereToSave: AskWhereToSave;
  /** Called when the history has changed. */
  onChange: () => void;
  /** Told what nobody waits for. */
  onProblem: (problem: Problem) => void;
}

const gone = failed('no-dictation', 'That dictation is not in the history any more.');
const runs = failed('busy', 'That dictation is not finished yet. Stop it first, then try again.');
const noText = failed('empty', 'That dictation has no text.');

/** The dictations that were made: to be read, found, put to use again, exported and deleted. */
export class History {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The newest dictations, or those with the words that are looked for, newest first. */
  async read({ words, beforeId, limit }: HistoryQuery): Promise<Result<HistoryPage>> {
    const { store } = this.#parts;
    const found = await (words.trim() === ''
      ? store.dictations(beforeId, limit + 1)
      : store.searchDictations(words, beforeId, limit + 1));
    if (!found.ok) return found;
    return ok({ dictations: found.value.slice(0, limit), hasMore: found.value.length > limit });
  }

  /** Does with a dictation what the person asks for, and answers with what they are to know of it. */
  async act(id: number, action: DictationAction): Promise<Result<string | null>> {
    const dictation = await this.#parts.store.dictation(id);
    if (!dictation.ok) return dictation;
    if (dictation.value === null) return gone;
    if (dictation.value.state === 'running') return runs;
    switch (action) {
      case 'copy':
        return this.#copy(dictation.value);
      case 'deliver-again':
        return this.#deliver(dictation.value);
      case 'transcribe':
        return this.#transcribe(dictation.value);
      case 'delete':
        return this.#delete(dictation.value);
    }
  }

  /** Writes one or many where the person says; answers with the file, or null where they changed their mind. */
  export(exported: Exported, format: ExportFormat): Promise<Result<string | null>> {
    const { store, askWhereToSave } = this.#parts;
    return exportTo(store, askWhereToSave, exported, format);
  }

  async #copy({ text }: WholeDictation): Promise<Result<string>> {
    if (text === '') return noText;
    await this.#parts.copyText(text);
    return ok('Copied to the clipboard.');
  }

  async #deliver({ id, text }: WholeDictation): Promise<Result<string>> {
    const { store, deliver, onChange } = this.#parts;
    if (text === '') return noText;
    const outcome = await deliver(text);
    if (outcome.type === 'held') return { ok: false, problem: outcome.problem };
    const kept = await store.setOutcome(id, outcome.type);
    onChange();
    if (!kept.ok) return kept;
    if (outcome.type === 'delivered') return ok('Inserted.');
    return ok(outcome.problem?.sentence ?? 'It is on the clipboard: paste it where you want it.');
  }

  /** Its sound is heard in the time it took to be said; the text changes when that is over. */
  async #transcribe(dictation: WholeDictation): Promise<Result<null>> {
    const { recordings, rehearing, listenTo } = this.#parts;
    const { id, startSample, endSample } = dictation;
    const sound = await recordings.sound(dictation.recordings, startSample, endSample);
    if (!sound.ok) return sound;
    const samples = Math.floor(sound.value.byteLength / bytesPerSample);
    const microphone = new RecoveredMicrophone(sound.value, (at) =>
      rehearing.begin(at, startSample, samples),
    );
    return listenTo(microphone, () => void this.#replaceText(id));
  }

  async #replaceText(id: number): Promise<void> {
    const { store, rehearing, onChange, onProblem } = this.#parts;
    const heard = rehearing.end();
    if (heard !== null) {
      const replaced = await store.replaceText(id, { ...heard, createdAtMs: Date.now() });
      if (!replaced.ok) onProblem(replaced.problem);
    }
    onChange();
  }

  /** The sound first: of a dictation that is known and silent the words can still be deleted. */
  async #delete({ id, recordings, startSample, endSample }: WholeDictation): Promise<Result<null>> {
    const { store, onChange } = this.#parts;
    const erased = await this.#parts.recordings.erase(recordings, startSample, endSample);
    const deleted = erased.ok ? await store.deleteDictations([id]) : erased;
    onChange();
    return deleted;
  }
}
