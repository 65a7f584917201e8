import { afterAll, type HistoryRow } from '#shared/history.ts';
import type { Problem } from '#shared/problem.ts';
import { request, subscribe } from '../ipc/ipc.ts';

/** More than a page takes at a time are read one after the other. */
const mostAtATime = 500;

interface Options {
  /** As many as are read at a time. */
  pageSize: number;
  isDictationsOnly: boolean;
}

/** The dictations and captions that are shown: the newest, or those that are looked for. */
export class HistoryState {
  /** Null until main has answered. */
  rows = $state.raw<HistoryRow[] | null>(null);
  /** There are older ones than those that are shown. */
  hasMore = $state(false);
  problem = $state.raw<Problem | null>(null);
  /** What those that are shown were looked for by. */
  words = $state('');
  /** The captions that are opened as soon as they are shown; null if none are. */
  wantedId = $state<number | null>(null);
  #typed = '';
  #asked = 0;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Follows the history until the function that is returned is called. */
  open(): () => void {
    void this.#read(this.#options.pageSize);
    return subscribe('history:changed', () => void this.#readAgain());
  }

  /** Called with every letter that is typed; an answer that comes late shows nothing any more. */
  search(words: string): void {
    this.wantedId = null;
    this.#typed = words;
    void this.#read(this.#options.pageSize);
  }

  /** Ends a search, and shows everything down to these captions, so that they can be opened. */
  want(captionsId: number): void {
    this.wantedId = captionsId;
    this.#typed = '';
    void this.#read(this.#options.pageSize);
  }

  /** The captions are open. What happens later does not open them again. */
  opened(): void {
    this.wantedId = null;
  }

  /** Adds older ones. */
  more = async (): Promise<void> => {
    // A search that is not answered yet shows others.
    if (this.words !== this.#typed) return;
    const shown = this.rows ?? [];
    await this.#read(shown.length + this.#options.pageSize, shown);
  };

  /** As many as there were, so that nothing that is read jumps away. */
  #readAgain(): Promise<void> {
    return this.#read(Math.max(this.#options.pageSize, this.rows?.length ?? 0));
  }

  async #read(count: number, from: HistoryRow[] = []): Promise<void> {
    const asked = ++this.#asked;
    const words = this.#typed;
    const { isDictationsOnly } = this.#options;
    let rows = from;
    let hasMore = true;
    while (hasMore && (rows.length < count || this.#isBefore(rows))) {
      const missing = rows.length < count ? count - rows.length : this.#options.pageSize;
      const limit = Math.min(missing, mostAtATime);
      const query = { words, isDictationsOnly, before: afterAll(rows), limit };
      const answer = await request('history:read', query);
      if (asked !== this.#asked) return;
      this.problem = answer.ok ? null : answer.problem;
      if (!answer.ok) return;
      rows = [...rows, ...answer.value.rows];
      hasMore = answer.value.hasMore;
    }
    this.words = words;
    this.rows = rows;
    this.hasMore = hasMore;
    // Captions that were deleted are not looked for again.
    if (!rows.some((row) => this.#isWanted(row))) this.wantedId = null;
  }

  #isWanted({ type, id }: HistoryRow): boolean {
    return type === 'captions' && id === this.wantedId;
  }

  /** Whether the captions that are wanted can only come after these rows. */
  #isBefore(rows: readonly HistoryRow[]): boolean {
    if (this.wantedId === null) return false;
    const { captions } = afterAll(rows);
    return captions === null || captions > this.wantedId;
  }
}
