import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { dollarsOf, dollarsPerHour } from '#shared/prices.ts';
import { storedConfigurationSchema } from '#shared/usage.ts';
import { startOfMonth } from '../../time/month.ts';
import type { Session } from './records.ts';

const rowsByPriceSchema = v.array(
  v.object({ model: v.string(), configuration: storedConfigurationSchema, seconds: v.number() }),
);

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
  const byPrice = database.prepare(`
    SELECT model, configuration, total(session_seconds) AS seconds
    FROM sessions WHERE started_at_ms >= :fromMs GROUP BY model, configuration`);
  const dollarsSince = (fromMs: number): number =>
    v
      .parse(rowsByPriceSchema, byPrice.all({ fromMs }))
      .map((row) => dollarsOf(row.seconds, dollarsPerHour(row.model, row.configuration)))
      .reduce((sum, dollars) => sum + dollars, 0);
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
      const month = startOfMonth(nowMs);
      const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
      return {
        today: since.get({ fromMs: today.getTime() }),
        month: since.get({ fromMs: month }),
        monthDollars: dollarsSince(month),
        last: newest.get() ?? null,
      };
    },
  };
}
