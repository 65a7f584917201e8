import type { Dictation } from '#shared/dictation.ts';
import type { Problem } from '#shared/problem.ts';
import { request, subscribe } from '../ipc/ipc.ts';

/** The dictations that are shown: the newest, or those that are looked for. */
export class HistoryState {
  /** Null until main has answered. */
  dictations = $state.raw<Dictation[] | null>(null);
  /** There are older ones than those that are shown. */
  hasMore = $state(false);
  problem = $state.raw<Problem | null>(null);
  /** What those that are shown were looked for by. */
  words = $state('');
  #typed = '';
  #asked = 0;
  /** As many as are read at a time. */
  readonly #pageSize: number;

  constructor(pageSize: number) {
    this.#pageSize = pageSize;
  }

  /** Follows the history until the function that is returned is called. */
  open(): () => void {
    void this.#read(this.#pageSize);
    return subscribe('history:changed', () => void this.#readAgain());
  }

  /** Called with every letter that is typed; an answer that comes late shows nothing any more. */
  search(words: string): void {
    this.#typed = words;
    void this.#read(this.#pageSize);
  }

  more = async (): Promise<void> => {
    const shown = this.dictations ?? [];
    await this.#read(this.#pageSize, shown);
  };

  /** As many as there were, so that nothing that is read jumps away. */
  #readAgain(): Promise<void> {
    return this.#read(Math.max(this.#pageSize, this.dictations?.length ?? 0));
  }

  async #read(limit: number, before: Dictation[] = []): Promise<void> {
    const asked = ++this.#asked;
    const words = this.#typed;
    const beforeId = before.at(-1)?.id ?? null;
    const answer = await request('history:read', { words, beforeId, limit });
    if (asked !== this.#asked) return;
    this.problem = answer.ok ? null : answer.problem;
    if (!answer.ok) return;
    this.words = words;
    this.dictations = [...before, ...answer.value.dictations];
    this.hasMore = answer.value.hasMore;
  }
}
