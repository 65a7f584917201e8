import type { DatabaseSync } from 'node:sqlite';
import type { Session } from './records.ts';

/** The calls about sessions and their cost. */
export function sessionHandlers(database: DatabaseSync) {
  const save = database.prepare(`
    INSERT OR REPLACE INTO sessions
      (id, started_at_ms, model, host, audio_seconds, session_seconds, is_estimated, configuration)
    VALUES (:id, :startedAtMs, :model, :host, :audioSeconds, :sessionSeconds, :isEstimated,
      :configuration)`);
  const since = database.prepare(`
    SELECT total(session_seconds) AS sessionSeconds, total(audio_seconds) AS audioSeconds
    FROM sessions WHERE started_at_ms >= :fromMs`);
  const newest = database.prepare(`
    SELECT started_at_ms AS startedAtMs, model, host, configuration
    FROM sessions ORDER BY started_at_ms DESC LIMIT 1`);
  return {
    saveSession: (session: Session) =>
      void save.run({
        ...session,
        isEstimated: Number(session.isEstimated),
        configuration: session.configuration && JSON.stringify(session.configuration),
      }),
    usage: (nowMs: number) => {
      const now = new Date(nowMs);
      const month = new Date(now.getFullYear(), now.getMonth());
      const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
      return {
        today: since.get({ fromMs: today.getTime() }),
        month: since.get({ fromMs: month.getTime() }),
        last: newest.get() ?? null,
      };
    },
  };
}
