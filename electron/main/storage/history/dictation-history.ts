import { bytesPerSample } from '#core/audio-format.ts';
import type { DictationAction } from '#shared/history.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { RecoveredMicrophone } from '../recordings/recovered-microphone.ts';
import type { WholeDictation } from '../database/dictation-records.ts';
import type { HistoryParts } from './parts.ts';

const gone = failed(problem('no-dictation', {}));
const runs = failed(problem('dictation-runs', {}));
const noText = failed(problem('dictation-without-text', {}));

/** What can be done with an earlier dictation. */
export class DictationHistory {
  readonly #parts: HistoryParts;

  constructor(parts: HistoryParts) {
    this.#parts = parts;
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
        return this.#deleteOne(id);
    }
  }

  async #deleteOne(id: number): Promise<Result<null>> {
    const deleted = await this.delete([id]);
    this.#parts.onChange();
    return deleted;
  }

  async #copy({ text }: WholeDictation): Promise<Result<Problem>> {
    if (text === '') return noText;
    const copied = await this.#parts.copyText(text);
    return copied.ok ? ok(problem('copied', {})) : copied;
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
  async delete(ids: number[]): Promise<Result<null>> {
    const { store, recordings } = this.#parts;
    for (const id of ids) {
      const dictation = await store.dictation(id);
      if (!dictation.ok) return dictation;
      if (dictation.value === null) continue;
      const { startSample, endSample } = dictation.value;
      const erased = await recordings.erase(dictation.value.recordings, startSample, endSample);
      if (!erased.ok) return erased;
    }
    return store.deleteDictations(ids);
  }
}
