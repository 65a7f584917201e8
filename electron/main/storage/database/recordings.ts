import type { DatabaseSync } from 'node:sqlite';
import type { NewRecording } from './records.ts';
import { isOfThisRun, runOf } from './runs.ts';
import { turnColumns } from './turns.ts';

/** The columns of a recording. */
export const recordingColumns = `recordings.id, path, recordings.started_at_ms AS startedAtMs,
  recordings.start_sample AS startSample, settled_to_sample AS settledToSample,
  recordings.end_sample AS endSample, is_kept AS isKept,
  ${isOfThisRun('recordings.run_id')} AS isOfThisRun`;

/** The calls that are about recordings. */
export function recordingHandlers(database: DatabaseSync, runId: string) {
  const insert = database.prepare(`
    INSERT INTO recordings (run_id, path, started_at_ms, start_sample, settled_to_sample)
    VALUES (:runId, :path, :startedAtMs, :startSample, :startSample)`);
  // Settled sound stays settled.
  const settle = database.prepare(
    'UPDATE recordings SET settled_to_sample = max(settled_to_sample, :toSample) WHERE id = :id',
  );
  const end = database.prepare('UPDATE recordings SET end_sample = :endSample WHERE id = :id');
  const keep = database.prepare('UPDATE recordings SET is_kept = 1 WHERE id = :id');
  const forget = database.prepare('DELETE FROM recordings WHERE id = :id');
  const all = database.prepare(`SELECT ${recordingColumns} FROM recordings ORDER BY id`);
  const unfinished = database.prepare(`
    SELECT ${recordingColumns} FROM recordings
    WHERE NOT ${isOfThisRun('run_id')} AND NOT is_kept
      AND (end_sample IS NULL OR settled_to_sample < end_sample)
    ORDER BY id`);
  const turnsOf = database.prepare(`
    SELECT ${turnColumns} FROM turns WHERE recording_id = :id ORDER BY start_sample, id`);
  return {
    beginRecording: ({ source, ...recording }: NewRecording) =>
      insert.run({ ...recording, runId: runOf(runId, source) }).lastInsertRowid,
    settle: (id: number, toSample: number) => void settle.run({ id, toSample }),
    endRecording: (id: number, endSample: number) => void end.run({ id, endSample }),
    keep: (id: number) => void keep.run({ id }),
    forget: (id: number) => void forget.run({ id }),
    recordings: () => all.all({ runId }),
    unfinished: () =>
      unfinished.all({ runId }).map((recording) => ({
        ...recording,
        turns: turnsOf.all({ id: recording.id ?? null }),
      })),
  };
}
