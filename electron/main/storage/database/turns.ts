import type { DatabaseSync } from 'node:sqlite';
import type { NewTurn } from './records.ts';
import type { TextSearch } from './text-search.ts';
import { cutJournal, inTransaction } from './transaction.ts';

/** The columns of a turn. */
export const turnColumns = `turns.id, recording_id AS recordingId,
  turns.start_sample AS startSample, turns.end_sample AS endSample, turns.text, language,
  created_at_ms AS createdAtMs`;

/** The calls about turns. */
export function turnHandlers(database: DatabaseSync, runId: string, search: TextSearch) {
  // Words survive their recording, which may be deleted, or lost with an earlier database. Turns of a
  // recording of an earlier run use the clock of that run.
  const insert = database.prepare(`
    INSERT INTO turns
      (recording_id, run_id, start_sample, end_sample, text, language, created_at_ms)
    VALUES ((SELECT id FROM recordings WHERE id = :recordingId),
      coalesce((SELECT run_id FROM recordings WHERE id = :recordingId), :runId),
      :startSample, :endSample, :text, :language, :createdAtMs)`);
  const newest = database.prepare(`
    SELECT ${turnColumns} FROM turns WHERE :beforeId IS NULL OR id < :beforeId
    ORDER BY id DESC LIMIT :limit`);
  const one = database.prepare(`SELECT ${turnColumns} FROM turns WHERE id = :id`);
  const remove = database.prepare('DELETE FROM turns WHERE id = :id');
  return {
    saveTurn: (turn: NewTurn) => insert.run({ ...turn, runId }).lastInsertRowid,
    turns: (beforeId: number | null, limit: number) => newest.all({ beforeId, limit }),
    search: (text: string, limit: number) =>
      search.find(text, null, limit).map((id) => one.get({ id })),
    deleteTurns: (ids: number[]) => {
      inTransaction(database, () => {
        for (const id of ids) remove.run({ id });
      });
      cutJournal(database);
    },
  };
}
