import type { DatabaseSync, StatementSync } from 'node:sqlite';
import * as v from 'valibot';
import { searchText, searchWords } from '#shared/search.ts';
import { noEnd } from './dictation-sql.ts';
import { gramsToMatch } from './grams.ts';
import { idSchema } from './records.ts';
import { inTransaction } from './transaction.ts';

/** The searchable tables, with the index of each. */
const tables = {
  dictations: { index: 'dictation_grams', unindexed: 'unindexed_dictations' },
  turns: { index: 'turn_grams', unindexed: 'unindexed_turns' },
} as const;

const rowSchema = v.object({ id: idSchema, text: v.string() });

/** Finds the rows of a table whose text contains the typed words. */
export class TextSearch {
  readonly #database: DatabaseSync;
  readonly #indexed: StatementSync;
  readonly #unindexed: StatementSync;
  readonly #index: StatementSync;

  constructor(database: DatabaseSync, table: keyof typeof tables) {
    const { index, unindexed } = tables[table];
    this.#database = database;
    this.#indexed = database.prepare(`
      SELECT ${table}.id, search_text AS text
      FROM ${index} JOIN ${table} ON ${table}.id = ${index}.rowid
      WHERE ${index} MATCH :match AND ${index}.rowid < :beforeId
      ORDER BY ${index}.rowid DESC`);
    this.#unindexed = database.prepare(`
      SELECT id, text FROM ${table} INDEXED BY ${unindexed}
      WHERE search_text IS NULL AND id < :beforeId AND id > :behindId ORDER BY id DESC`);
    this.#index = database.prepare(`
      UPDATE ${table} SET search_text = search_text(text) WHERE id IN (
        SELECT id FROM ${table} INDEXED BY ${unindexed}
        WHERE search_text IS NULL ORDER BY id DESC LIMIT :count)`);
  }

  /** @returns the ids of rows that contain everything typed, newest first */
  find(typed: string, beforeId: number | null, limit: number): number[] {
    const words = searchWords(typed);
    if (words.length === 0) return [];
    const before = beforeId ?? noEnd;
    const match = gramsToMatch(words);
    const indexed = matching(this.#indexed.iterate({ match, beforeId: before }), words, limit);
    const behindId = indexed.length < limit ? 0 : (indexed.at(-1) ?? 0);
    const rows = this.#unindexed.iterate({ beforeId: before, behindId });
    const unindexed = matching(rows, words, limit, searchText);
    return [...indexed, ...unindexed].sort((one, other) => other - one).slice(0, limit);
  }

  /**
   * Adds the newest of the rows that an older version has not indexed.
   *
   * @returns whether there may be more
   */
  indexSome(count: number): boolean {
    let changes: number | bigint = 0;
    inTransaction(this.#database, () => {
      changes = this.#index.run({ count }).changes;
    });
    return changes >= count;
  }
}

function matching(
  rows: Iterable<unknown>,
  words: string[],
  limit: number,
  read = (text: string): string => text,
): number[] {
  const ids: number[] = [];
  for (const row of rows) {
    const { id, text } = v.parse(rowSchema, row);
    const searched = read(text);
    if (!words.every((word) => searched.includes(word))) continue;
    ids.push(id);
    if (ids.length >= limit) break;
  }
  return ids;
}
