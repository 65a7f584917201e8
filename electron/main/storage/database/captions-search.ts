import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as v from 'valibot';
import { searchWords } from '#shared/search.ts';
import { noEnd } from './dictation-sql.ts';
import { gramsToMatch } from './grams.ts';
import { idSchema } from './records.ts';

/**
 * With more candidates than this, they are not sorted: the newest sessions, read one after the other, have
 * enough of them sooner. Sorting so many takes a few milliseconds.
 */
export const mostSorted = 2_000;

/**
 * The most texts that are read like this. If a word is frequent in old sessions only, sorting its
 * candidates is faster than reading all newer turns. Reading so many takes some 20 ms.
 */
export const mostRead = 5_000;

const countSchema = v.object({ count: v.number() });
const candidateSchema = v.object({ turnId: idSchema, captionsId: idSchema });
const textSchema = v.object({ text: v.string() });

/** A session of captions, and its first turn that has all typed words. */
export type FoundCaptions = v.InferOutput<typeof candidateSchema>;

/** A page of results, which is filled newest session first. */
interface Page {
  words: readonly string[];
  limit: number;
  found: FoundCaptions[];
}

/** Finds the sessions of captions in which one turn contains the typed words. */
export class CaptionsSearch {
  readonly #count: StatementSync;
  readonly #candidates: StatementSync;
  readonly #turns: StatementSync;
  readonly #text: StatementSync;

  constructor(database: DatabaseSync) {
    this.#count = database.prepare(`
      SELECT count(*) AS count FROM (
        SELECT 1 FROM turn_grams WHERE turn_grams MATCH :match LIMIT ${mostSorted + 1})`);
    // Only the numbers are sorted: the texts of all candidates would take several times as long.
    this.#candidates = database.prepare(`
      SELECT turns.id AS turnId, captions_id AS captionsId
      FROM turn_grams JOIN turns ON turns.id = turn_grams.rowid
      WHERE turn_grams MATCH :match AND captions_id < :beforeId
      UNION ALL
      SELECT id, captions_id FROM turns INDEXED BY unindexed_turns
      WHERE search_text IS NULL AND captions_id < :beforeId
      ORDER BY captionsId DESC, turnId`);
    this.#turns = database.prepare(`
      SELECT id AS turnId, captions_id AS captionsId
      FROM turns INDEXED BY turns_by_captions WHERE captions_id < :beforeId
      ORDER BY captions_id DESC, id`);
    this.#text = database.prepare(
      'SELECT coalesce(search_text, search_text(text)) AS text FROM turns WHERE id = :turnId',
    );
  }

  /** @returns the newest sessions before `beforeId` that have everything typed, newest first */
  find(typed: string, beforeId: number | null, limit: number): FoundCaptions[] {
    const words = searchWords(typed);
    if (words.length === 0) return [];
    const match = gramsToMatch(words);
    const page: Page = { words, limit, found: [] };
    let before: number | null = beforeId ?? noEnd;
    if (this.#isFrequent(match))
      before = this.#fill(page, this.#turns.iterate({ beforeId: before }), mostRead);
    if (before !== null) this.#fill(page, this.#candidates.iterate({ match, beforeId: before }));
    return page.found;
  }

  #isFrequent(match: string): boolean {
    return v.parse(countSchema, this.#count.get({ match })).count > mostSorted;
  }

  /**
   * Adds the sessions of these turns to the page.
   *
   * @param most the most texts that are read
   * @returns the `beforeId` to go on with after so many; null if the page is full, or no turn is left
   */
  #fill({ words, limit, found }: Page, rows: Iterable<unknown>, most = Infinity): number | null {
    let read = 0;
    for (const row of rows) {
      const candidate = v.parse(candidateSchema, row);
      if (candidate.captionsId === found.at(-1)?.captionsId) continue;
      if (found.length === limit) return null;
      // The session may have its words in a later turn.
      if (read === most) return candidate.captionsId + 1;
      read += 1;
      if (this.#hasAll(candidate.turnId, words)) found.push(candidate);
    }
    return null;
  }

  #hasAll(turnId: number, words: readonly string[]): boolean {
    const { text } = v.parse(textSchema, this.#text.get({ turnId }));
    return words.every((word) => text.includes(word));
  }
}
