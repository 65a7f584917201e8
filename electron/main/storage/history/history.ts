import { bytesPerSample } from '#core/audio-format.ts';
import type {
  DictationAction,
  Exported,
  ExportFormat,
  HistoryPage,
  HistoryQuery,
} from '#shared/dictation.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Microphone } from '../../audio/microphone.ts';
import { RecoveredMicrophone } from '../recordings/recovered-microphone.ts';
import type { Recordings } from '../recordings/recordings.ts';
import type { WholeDictation } from '../database/dictation-records.ts';
import type { Store } from '../database/store.ts';
import { exportTo, type AskWhereToSave } from './export/export.ts';
import type { Retranscription } from './retranscription.ts';

/** The outcome of inserting a text of the history. */
export type Inserted =
  | { type: 'inserted' }
  | { type: 'pasted'; problem: Problem }
  | { type: 'on-clipboard'; problem: Problem | null }
  | { type: 'held'; problem: Problem };

interface Parts {
  store: Store;
  recordings: Recordings;
  retranscription: Retranscription;
  /** Listens to this sound instead of the microphone. Fails while the microphone is in use. */
  listenTo: (sound: Microphone, onHeard: () => void) => Promise<Result<null>>;
  insert: (text: string) => Promise<Inserted>;
  copyText: (text: string) => Promise<void>;
  askWhereToSave: AskWhereToSave;
  /** Called when the history has changed. */
  onChange: () => void;
  /** Called with problems of work that no request waits for. */
  onProblem: (problem: Problem) => void;
}

const gone = failed(problem('no-dictation', {}));
const runs = failed(problem('dictation-runs', {}));
const noText = failed(problem('dictation-without-text', {}));

/** The earlier dictations: reads, searches, reuses, exports and deletes them. */
export class History {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** The newest dictations, or those with the searched words, newest first. */
  async read({ words, beforeId, limit }: HistoryQuery): Promise<Result<HistoryPage>> {
    const { store } = this.#parts;
    const found = await (words.trim() === ''
      ? store.dictations(beforeId, limit + 1)
      : store.searchDictations(words, beforeId, limit + 1));
    if (!found.ok) return found;
    return ok({ dictations: found.value.slice(0, limit), hasMore: found.value.length > limit });
  }

  /** Carries out an action on a dictation. Resolves with what the person has to know of it. */
  async act(id: number, action: DictationAction): Promise<Result<Problem | null>> {
    const dictation = await this.#parts.store.dictation(id);
    if (!dictation.ok) return dictation;
    if (dictation.value === null) return gone;
    if (dictation.value.state === 'running') return runs;
    switch (action) {
      case 'copy':
        return this.#copy(dictation.value);
      case 'insert':
        return this.#insert(dictation.value);
      case 'transcribe':
        return this.#transcribe(dictation.value);
      case 'delete':
        return this.#delete(dictation.value);
    }
  }

  /** Exports one or many dictations. Resolves with the file, or null if the person cancelled. */
  export(exported: Exported, format: ExportFormat): Promise<Result<string | null>> {
    const { store, askWhereToSave } = this.#parts;
    return exportTo(store, askWhereToSave, exported, format);
  }

  async #copy({ text }: WholeDictation): Promise<Result<Problem>> {
    if (text === '') return noText;
    await this.#parts.copyText(text);
    return ok(problem('copied', {}));
  }

  async #insert({ id, text }: WholeDictation): Promise<Result<Problem>> {
    const { store, insert, onChange } = this.#parts;
    if (text === '') return noText;
    const outcome = await insert(text);
    if (outcome.type === 'held') return { ok: false, problem: outcome.problem };
    const kept = await store.setOutcome(id, outcome.type);
    onChange();
    if (!kept.ok) return kept;
    if (outcome.type === 'inserted') return ok(problem('inserted', {}));
    return ok(outcome.problem ?? problem('paste-from-clipboard', {}));
  }

  /** Plays its sound in real time. The text changes at the end. */
  async #transcribe(dictation: WholeDictation): Promise<Result<null>> {
    const { recordings, retranscription, listenTo } = this.#parts;
    const { id, startSample, endSample } = dictation;
    const sound = await recordings.sound(dictation.recordings, startSample, endSample);
    if (!sound.ok) return sound;
    const samples = Math.floor(sound.value.byteLength / bytesPerSample);
    const microphone = new RecoveredMicrophone(sound.value, (at) =>
      retranscription.begin(at, startSample, samples),
    );
    return listenTo(microphone, () => void this.#replaceText(id));
  }

  async #replaceText(id: number): Promise<void> {
    const { store, retranscription, onChange, onProblem } = this.#parts;
    const heard = retranscription.end();
    if (heard !== null) {
      const replaced = await store.replaceText(id, { ...heard, createdAtMs: Date.now() });
      if (!replaced.ok) onProblem(replaced.problem);
    }
    onChange();
  }

  /**
   * Deletes the sound first. The words of a dictation that still exists without sound can be deleted
   * later.
   */
  async #delete({ id, recordings, startSample, endSample }: WholeDictation): Promise<Result<null>> {
    const { store, onChange } = this.#parts;
    const erased = await this.#parts.recordings.erase(recordings, startSample, endSample);
    const deleted = erased.ok ? await store.deleteDictations([id]) : erased;
    onChange();
    return deleted;
  }
}
