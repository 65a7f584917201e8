import { millisecondsOf } from '#core/audio-format.ts';
import type { CaptionsAction, CaptionsLine } from '#shared/history.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { SampleRange, WholeCaptions } from '../database/captions-records.ts';
import type { HistoryParts } from './parts.ts';

const gone = failed(problem('no-captions', {}));

/** What can be done with earlier captions. */
export class CaptionsHistory {
  readonly #parts: Pick<HistoryParts, 'store' | 'recordings' | 'copyText' | 'onChange'>;

  constructor(parts: Pick<HistoryParts, 'store' | 'recordings' | 'copyText' | 'onChange'>) {
    this.#parts = parts;
  }

  /** Carries out an action. Resolves with what the person has to know of it. */
  async act(id: number, action: CaptionsAction): Promise<Result<Problem | null>> {
    const session = await this.#parts.store.captionsSession(id);
    if (!session.ok) return session;
    if (session.value === null) return gone;
    return action === 'copy' ? this.#copy(session.value) : this.#deleteOne(session.value);
  }

  async lines(id: number): Promise<Result<CaptionsLine[]>> {
    const session = await this.#parts.store.captionsSession(id);
    if (!session.ok) return session;
    if (session.value === null) return gone;
    const { turns, startSample: from } = session.value;
    return ok(
      turns.map(({ startSample, text }) => ({
        atMs: Math.round(millisecondsOf(Math.max(0, startSample - from))),
        text,
      })),
    );
  }

  async #copy({ turns }: WholeCaptions): Promise<Result<Problem>> {
    const copied = await this.#parts.copyText(turns.map(({ text }) => text).join('\n'));
    return copied.ok ? ok(problem('copied', {})) : copied;
  }

  async #deleteOne({ id, isRunning }: WholeCaptions): Promise<Result<null>> {
    if (isRunning) return failed(problem('captions-on', {}));
    const deleted = await this.delete([id]);
    this.#parts.onChange();
    return deleted;
  }

  /** Deletes the sound first, so that it can be tried again. Dictations keep theirs. */
  async delete(ids: number[]): Promise<Result<null>> {
    const { store, recordings } = this.#parts;
    for (const id of ids) {
      const session = await store.captionsSession(id);
      if (!session.ok) return session;
      if (session.value === null) continue;
      for (const { startSample, endSample } of outside(session.value, session.value.dictations)) {
        const erased = await recordings.erase(session.value.recordings, startSample, endSample);
        if (!erased.ok) return erased;
      }
    }
    return store.deleteCaptions(ids);
  }
}

/** The parts of a range that are in none of the others, which are in order. */
export function outside(range: SampleRange, others: readonly SampleRange[]): SampleRange[] {
  const parts: SampleRange[] = [];
  let from: number | null = range.startSample;
  for (const { startSample, endSample } of others) {
    if (from !== null && startSample > from)
      parts.push({ startSample: from, endSample: startSample });
    from = from === null || endSample === null ? null : Math.max(from, endSample);
  }
  if (from !== null && from < (range.endSample ?? Infinity))
    parts.push({ startSample: from, endSample: range.endSample });
  return parts;
}
