import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as v from 'valibot';
import { searchWords } from '#shared/search.ts';
import { noEnd } from './dictation-sql.ts';
import { gramsToMatch } from './grams.ts';
import { idSchema } from './records.ts';

const candidateSchema = v.object({ turnId: idSchema, captionsId: idSchema });
const textSchema = v.object({ text: v.string() });

/** A session of captions, and its first turn that has all typed words. */
export type FoundCaptions = v.InferOutput<typeof candidateSchema>;

/** Finds the sessions of captions in which one turn contains the typed words. */
export class CaptionsSearch {
  readonly #candidates: StatementSync;
  readonly #text: StatementSync;

  constructor(database: DatabaseSync) {
    // Only the numbers are sorted: the texts of all candidates would take several times as long.
    this.#candidates = database.prepare(`
      SELECT turns.id AS turnId, captions_id AS captionsId
      FROM turn_grams JOIN turns ON turns.id = turn_grams.rowid
      WHERE turn_grams MATCH :match AND captions_id < :beforeId
      UNION ALL
      SELECT id, captions_id FROM turns INDEXED BY unindexed_turns
      WHERE search_text IS NULL AND captions_id < :beforeId
      ORDER BY captionsId DESC, turnId`);
    this.#text = database.prepare(
      'SELECT coalesce(search_text, search_text(text)) AS text FROM turns WHERE id = :turnId',
    );
  }

  /** @returns the newest sessions before `beforeId` that have everything typed, newest first */
  find(typed: string, beforeId: number | null, limit: number): FoundCaptions[] {
    const words = searchWords(typed);
    if (words.length === 0) return [];
    const found: FoundCaptions[] = [];
    const match = gramsToMatch(words);
    for (const row of this.#candidates.iterate({ match, beforeId: beforeId ?? noEnd })) {
      const candidate = v.parse(candidateSchema, row);
      if (candidate.captionsId === found.at(-1)?.captionsId) continue;
      if (found.length === limit) break;
      if (this.#hasAll(candidate.turnId, words)) found.push(candidate);
    }
    return found;
  }

  #hasAll(turnId: number, words: readonly string[]): boolean {
    const { text } = v.parse(textSchema, this.#text.get({ turnId }));
    return words.every((word) => text.includes(word));
  }
}
