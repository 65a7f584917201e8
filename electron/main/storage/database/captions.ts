import type { DatabaseSync } from 'node:sqlite';
import { sampleRateHz } from '#core/audio-format.ts';
import type { NewCaptions } from './captions-records.ts';
import { CaptionsSearch } from './captions-search.ts';
import { isTurnDictated, noEnd, recordingOf } from './dictation-sql.ts';
import { recordingColumns } from './recordings.ts';
import { isOfThisRun, runOf } from './runs.ts';
import { cutJournal, inTransaction } from './transaction.ts';
import { turnColumns } from './turns.ts';

/** Enough turns for one line of a list. */
const firstTurns = 6;

const turnsInOrder = 'turns WHERE captions_id = captions.id ORDER BY start_sample, id';

/** The columns of a session in a list, but its text. */
const columns = `captions.id, started_at_ms AS startedAtMs, source,
  (end_sample - start_sample) * 1000 / ${sampleRateHz} AS durationMs,
  end_sample IS NULL AND ${isOfThisRun('run_id')} AS isRunning`;

/** The calls about captions. A session without turns is in no list. */
export function captionsHandlers(database: DatabaseSync, runId: string) {
  const search = new CaptionsSearch(database);
  const begin = database.prepare(`
    INSERT INTO captions (run_id, started_at_ms, start_sample, source)
    VALUES (:runId, :startedAtMs, :startSample, :source)`);
  const end = database.prepare('UPDATE captions SET end_sample = :endSample WHERE id = :id');
  const newest = database.prepare(`
    SELECT ${columns}, (
      SELECT group_concat(text, ' ') FROM (SELECT text FROM ${turnsInOrder} LIMIT ${firstTurns})
    ) AS text
    FROM captions
    WHERE id < coalesce(:beforeId, ${noEnd})
      AND EXISTS (SELECT 1 FROM turns WHERE captions_id = captions.id)
    ORDER BY id DESC LIMIT :limit`);
  const found = database.prepare(`
    SELECT ${columns}, (SELECT text FROM turns WHERE id = :turnId) AS text
    FROM captions WHERE id = :captionsId`);
  const one = database.prepare(`
    SELECT ${columns}, start_sample AS startSample, end_sample AS endSample
    FROM captions WHERE id = :id`);
  const turnsOf = database.prepare(`
    SELECT ${turnColumns} FROM turns WHERE captions_id = :id ORDER BY start_sample, id`);
  const hasTurns = database.prepare(
    'SELECT EXISTS (SELECT 1 FROM turns WHERE captions_id = :id) AS hasTurns',
  );
  const recordingsOf = database.prepare(`
    SELECT ${recordingColumns} FROM captions JOIN recordings ON ${recordingOf('captions')}
    WHERE captions.id = :id ORDER BY recordings.start_sample, recordings.id`);
  const dictationsIn = database.prepare(`
    SELECT dictations.start_sample AS startSample, dictations.end_sample AS endSample
    FROM captions JOIN dictations ON dictations.run_id = captions.run_id
      AND dictations.start_sample < coalesce(captions.end_sample, ${noEnd})
      AND coalesce(dictations.end_sample, ${noEnd}) > captions.start_sample
    WHERE captions.id = :id ORDER BY dictations.start_sample`);
  const removeTurns = database.prepare(
    `DELETE FROM turns WHERE captions_id = :id AND NOT ${isTurnDictated}`,
  );
  const remove = database.prepare('DELETE FROM captions WHERE id = :id');
  // Those of a run with a recording may still get the turns of its recovery.
  const removeEmpty = database.prepare(`
    DELETE FROM captions
    WHERE (run_id IS NULL OR NOT ${isOfThisRun('run_id')})
      AND NOT EXISTS (SELECT 1 FROM turns WHERE captions_id = captions.id)
      AND NOT EXISTS (SELECT 1 FROM recordings WHERE recordings.run_id = captions.run_id)`);
  return {
    open: () => void removeEmpty.run({ runId }),
    beginCaptions: ({ source = 'microphone', ...captions }: NewCaptions) =>
      begin.run({ ...captions, source, runId: runOf(runId, source) }).lastInsertRowid,
    endCaptions: (id: number, endSample: number) => void end.run({ id, endSample }),
    captionsSessions: (beforeId: number | null, limit: number) =>
      newest.all({ beforeId, limit, runId }),
    searchCaptions: (text: string, beforeId: number | null, limit: number) =>
      search.find(text, beforeId, limit).map((hit) => found.get({ ...hit, runId })),
    captionsSession: (id: number) => {
      const session = one.get({ id, runId });
      if (session === undefined) return null;
      const recordings = recordingsOf.all({ id, runId });
      return {
        ...session,
        turns: turnsOf.all({ id }),
        recordings,
        dictations: dictationsIn.all({ id }),
      };
    },
    haveCaptionsWords: (id: number) => hasTurns.get({ id })?.hasTurns,
    deleteCaptions: (ids: number[]) => {
      inTransaction(database, () => {
        for (const id of ids) {
          removeTurns.run({ id });
          remove.run({ id });
        }
      });
      cutJournal(database);
    },
  };
}
