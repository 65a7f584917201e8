import type { DatabaseSync } from 'node:sqlite';
import { sampleRateHz, samplesIn } from '#core/audio-format.ts';
import type { Retranscribed } from './dictation-records.ts';
import { dictationColumns, recordingOf, turnOfDictation } from './dictation-sql.ts';
import { recordingColumns } from './recordings.ts';
import { cutJournal, inTransaction } from './transaction.ts';
import { turnColumns } from './turns.ts';
import { mainTuning } from '../../time/tuning.ts';

/** A recording begins with the first chunk, which may be a little before the key was pressed. */
const slackSamples = samplesIn(mainTuning.shortestRecoveryMs);

/** The calls about one dictation with its turns and recordings. */
export function wholeDictationHandlers(database: DatabaseSync, runId: string) {
  const one = database.prepare(`
    SELECT ${dictationColumns}, start_sample AS startSample, end_sample AS endSample
    FROM dictations WHERE id = :id`);
  const recordingsOf = database.prepare(`
    SELECT ${recordingColumns} FROM dictations JOIN recordings ON ${recordingOf('dictations')}
    WHERE dictations.id = :id ORDER BY recordings.start_sample, recordings.id`);
  const turnsOf = database.prepare(`
    SELECT ${turnColumns} FROM dictations JOIN turns ON ${turnOfDictation}
    WHERE dictations.id = :id ORDER BY turns.start_sample, turns.id`);
  const removeTurns = database.prepare(`
    DELETE FROM turns WHERE id IN (
      SELECT turns.id FROM dictations JOIN turns ON ${turnOfDictation} WHERE dictations.id = :id)`);
  const remove = database.prepare('DELETE FROM dictations WHERE id = :id');
  const insertTurn = database.prepare(`
    INSERT INTO turns
      (recording_id, run_id, start_sample, end_sample, text, language, created_at_ms)
    SELECT (SELECT max(id) FROM recordings
        WHERE ${recordingOf('dictations')} AND recordings.start_sample <= :startSample),
      run_id, :startSample, :endSample, :text, :language, :createdAtMs
    FROM dictations WHERE id = :id`);
  // A dictation that had no text was not inserted anywhere.
  const setText = database.prepare(`
    UPDATE dictations SET text = :text, is_partial = 0,
      end_sample = coalesce(end_sample, :endSample),
      duration_ms = coalesce(duration_ms, (:endSample - start_sample) * 1000 / ${sampleRateHz}),
      outcome = iif(outcome IN ('inserted', 'pasted', 'on-clipboard', 'cancelled'), outcome, 'held')
    WHERE id = :id`);
  // Earlier sound without text must not count as settled.
  const settle = database.prepare(`
    UPDATE recordings SET settled_to_sample = max(settled_to_sample, :endSample)
    WHERE id IN (
      SELECT recordings.id FROM dictations JOIN recordings ON ${recordingOf('dictations')}
      WHERE dictations.id = :id AND settled_to_sample >= dictations.start_sample - ${slackSamples})`);
  return {
    dictation: (id: number) => {
      const dictation = one.get({ id, runId });
      if (dictation === undefined) return null;
      const recordings = recordingsOf.all({ id, runId });
      return { ...dictation, recordings, turns: turnsOf.all({ id }) };
    },
    replaceText: (id: number, { turns, endSample, createdAtMs }: Retranscribed) => {
      const text = turns.map((turn) => turn.text).join(' ');
      inTransaction(database, () => {
        removeTurns.run({ id });
        for (const turn of turns) insertTurn.run({ ...turn, id, createdAtMs });
        settle.run({ id, endSample });
        setText.run({ id, text, endSample });
      });
    },
    dropDictation: (id: number) => void remove.run({ id }),
    deleteDictations: (ids: number[]) => {
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
