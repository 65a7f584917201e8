import type { DatabaseSync } from 'node:sqlite';
import { turnOfDictation } from './dictation-sql.ts';
import { cutJournal, inTransaction } from './transaction.ts';

/** The calls that delete texts by their age. */
export function oldTextHandlers(database: DatabaseSync, runId: string) {
  const dictations = `
    SELECT id FROM dictations
    WHERE started_at_ms < :beforeMs AND (outcome IS NOT NULL OR run_id <> :runId)
    ORDER BY started_at_ms LIMIT :limit`;
  const removeTurnsOfDictations = database.prepare(`
    DELETE FROM turns WHERE id IN (
      SELECT turns.id FROM dictations JOIN turns ON ${turnOfDictation}
      WHERE dictations.id IN (${dictations}))`);
  const removeDictations = database.prepare(`DELETE FROM dictations WHERE id IN (${dictations})`);
  const removeTurns = database.prepare(`
    DELETE FROM turns WHERE id IN (
      SELECT id FROM turns WHERE created_at_ms < :beforeMs ORDER BY created_at_ms LIMIT :limit)`);
  return {
    deleteTextsBefore: (beforeMs: number, limit: number) => {
      let deleted = 0;
      inTransaction(database, () => {
        removeTurnsOfDictations.run({ beforeMs, limit, runId });
        const counts = [
          removeDictations.run({ beforeMs, limit, runId }),
          removeTurns.run({ beforeMs, limit }),
        ].map(({ changes }) => Number(changes));
        deleted = counts.reduce((sum, count) => sum + count, 0);
      });
      if (deleted > 0) cutJournal(database);
      return deleted;
    },
  };
}
