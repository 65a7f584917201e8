import type { DatabaseSync } from 'node:sqlite';
import type { DictationOutcome } from '#shared/dictation.ts';
import type { FinishedDictation, NewDictation } from './dictation-records.ts';
import { dictationColumns, noEnd } from './dictation-sql.ts';
import type { TextSearch } from './text-search.ts';

/** The calls that write and list dictations. */
export function dictationHandlers(database: DatabaseSync, runId: string, search: TextSearch) {
  const begin = database.prepare(`
    INSERT INTO dictations (run_id, started_at_ms, app, start_sample)
    VALUES (:runId, :startedAtMs, :app, :startSample)`);
  const finish = database.prepare(`
    UPDATE dictations SET text = :text, is_partial = :isPartial, duration_ms = :durationMs,
      start_sample = :startSample, end_sample = :endSample
    WHERE id = :id`);
  const setOutcome = database.prepare('UPDATE dictations SET outcome = :outcome WHERE id = :id');
  const newest = database.prepare(`
    SELECT ${dictationColumns} FROM dictations WHERE id < coalesce(:beforeId, ${noEnd})
    ORDER BY id DESC LIMIT :limit`);
  const one = database.prepare(`SELECT ${dictationColumns} FROM dictations WHERE id = :id`);
  return {
    beginDictation: (dictation: NewDictation) => begin.run({ ...dictation, runId }).lastInsertRowid,
    finishDictation: (id: number, dictation: FinishedDictation) =>
      void finish.run({ ...dictation, id, isPartial: Number(dictation.isPartial) }),
    setOutcome: (id: number, outcome: DictationOutcome) => void setOutcome.run({ id, outcome }),
    dictations: (beforeId: number | null, limit: number) => newest.all({ beforeId, limit, runId }),
    searchDictations: (text: string, beforeId: number | null, limit: number) =>
      search.find(text, beforeId, limit).map((id) => one.get({ id, runId })),
  };
}
