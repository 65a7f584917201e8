import type { DatabaseSync } from 'node:sqlite';
import type { NewTurn } from './records.ts';
import { runOf } from './runs.ts';

/** The columns of a turn. */
export const turnColumns = `turns.id, recording_id AS recordingId,
  turns.start_sample AS startSample, turns.end_sample AS endSample, turns.text, language,
  created_at_ms AS createdAtMs`;

/** The call that stores a turn. Dictations and captions read and delete their own turns. */
export function turnHandlers(database: DatabaseSync, runId: string) {
  // Words survive their recording, which may be deleted, or lost with an earlier database. Turns of a
  // recording of an earlier run use the clock of that run.
  const insert = database.prepare(`
    INSERT INTO turns
      (recording_id, run_id, start_sample, end_sample, text, language, created_at_ms)
    VALUES ((SELECT id FROM recordings WHERE id = :recordingId),
      coalesce((SELECT run_id FROM recordings WHERE id = :recordingId), :runId),
      :startSample, :endSample, :text, :language, :createdAtMs)`);
  return {
    saveTurn: ({ source, ...turn }: NewTurn) =>
      insert.run({ ...turn, runId: runOf(runId, source) }).lastInsertRowid,
  };
}
