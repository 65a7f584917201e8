import {
  afterAll,
  type CaptionsLine,
  type Exported,
  type ExportFormat,
  type HistoryAct,
  type HistoryPage,
  type HistoryQuery,
  type HistoryRef,
} from '#shared/history.ts';
import { ok, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/problem.ts';
import { CaptionsHistory } from './captions-history.ts';
import { DictationHistory } from './dictation-history.ts';
import { exportTo } from './export/export.ts';
import { pageOf } from './page.ts';
import type { HistoryParts } from './parts.ts';

/** How many lines are deleted in one call of the store. */
const deletedAtATime = 100;

/** The earlier dictations and captions: reads, searches, reuses, exports and deletes them. */
export class History {
  readonly #parts: HistoryParts;
  readonly #dictations: DictationHistory;
  readonly #captions: CaptionsHistory;

  constructor(parts: HistoryParts) {
    this.#parts = parts;
    this.#dictations = new DictationHistory(parts);
    this.#captions = new CaptionsHistory(parts);
  }

  /** The newest dictations and captions, or those with the searched words, newest first. */
  async read({
    words,
    isDictationsOnly,
    before,
    limit,
  }: HistoryQuery): Promise<Result<HistoryPage>> {
    const { store } = this.#parts;
    const isSearch = words.trim() !== '';
    // One more of each shows whether there are older ones.
    const most = limit + 1;
    const [dictations, captions] = await Promise.all([
      isSearch
        ? store.searchDictations(words, before.dictation, most)
        : store.dictations(before.dictation, most),
      isDictationsOnly
        ? ok([])
        : isSearch
          ? store.searchCaptions(words, before.captions, most)
          : store.captionsSessions(before.captions, most),
    ]);
    if (!dictations.ok) return dictations;
    if (!captions.ok) return captions;
    return ok(pageOf(dictations.value, captions.value, limit));
  }

  /** Carries out an action on a line. Resolves with what the person has to know of it. */
  act(act: HistoryAct): Promise<Result<Problem | null>> {
    return act.type === 'dictation'
      ? this.#dictations.act(act.id, act.action)
      : this.#captions.act(act.id, act.action);
  }

  /** The sentences of captions. */
  lines(captionsId: number): Promise<Result<CaptionsLine[]>> {
    return this.#captions.lines(captionsId);
  }

  /** Deletes all dictations and captions but those that run, with their sound. */
  async clear(): Promise<Result<null>> {
    const passed: HistoryRef[] = [];
    let cleared = await this.#clearAfter(passed);
    while (cleared.ok && cleared.value) cleared = await this.#clearAfter(passed);
    this.#parts.onChange();
    return cleared.ok ? ok(null) : cleared;
  }

  /** Exports one or many lines. Resolves with the file, or null if the person cancelled. */
  export(exported: Exported, format: ExportFormat): Promise<Result<string | null>> {
    return exportTo(
      this.#parts.store,
      (query) => this.read(query),
      this.#parts.askWhereToSave,
      exported,
      format,
    );
  }

  /** @returns whether there are older ones */
  async #clearAfter(passed: HistoryRef[]): Promise<Result<boolean>> {
    const before = afterAll(passed);
    const query = { words: '', isDictationsOnly: false, before, limit: deletedAtATime };
    const page = await this.read(query);
    if (!page.ok) return page;
    const { rows, hasMore } = page.value;
    passed.push(...rows);
    const dictations = rows.flatMap((row) =>
      row.type === 'dictation' && row.state !== 'running' ? [row.id] : [],
    );
    const captions = rows.flatMap((row) =>
      row.type === 'captions' && !row.isRunning ? [row.id] : [],
    );
    const first = await this.#dictations.delete(dictations);
    const deleted = first.ok ? await this.#captions.delete(captions) : first;
    return deleted.ok ? ok(hasMore) : deleted;
  }
}
