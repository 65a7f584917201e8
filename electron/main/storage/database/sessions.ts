import type { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { dollarsOf, dollarsPerHour } from '#shared/prices.ts';
import { storedConfigurationSchema } from '#shared/usage.ts';
import { startOfMonth, startOfNextMonth } from '../../time/month.ts';
import type { Session } from './records.ts';

const rowsByPriceSchema = v.array(
  v.object({ model: v.string(), configuration: storedConfigurationSchema, seconds: v.number() }),
);

/** The start of the day of a time, or of a day some days after it, by this computer's time zone. */
function startOfDay(timeMs: number, daysAfter: number): number {
  const time = new Date(timeMs);
  return new Date(time.getFullYear(), time.getMonth(), time.getDate() + daysAfter).getTime();
}

/** The calls about sessions and their cost. */
export function sessionHandlers(database: DatabaseSync) {
  const save = database.prepare(`
    INSERT OR REPLACE INTO sessions
      (id, started_at_ms, model, host, audio_seconds, session_seconds, is_estimated, configuration)
    VALUES (:id, :startedAtMs, :model, :host, :audioSeconds, :sessionSeconds, :isEstimated,
      :configuration)`);
  // A clock that was set back may have left sessions of later days and months.
  const between = database.prepare(`
    SELECT total(session_seconds) AS sessionSeconds, total(audio_seconds) AS audioSeconds
    FROM sessions WHERE started_at_ms >= :fromMs AND started_at_ms < :beforeMs`);
  const byPrice = database.prepare(`
    SELECT model, configuration, total(session_seconds) AS seconds
    FROM sessions WHERE started_at_ms >= :fromMs AND started_at_ms < :beforeMs
    GROUP BY model, configuration`);
  const dollarsBetween = (range: { fromMs: number; beforeMs: number }): number =>
    v
      .parse(rowsByPriceSchema, byPrice.all(range))
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
      const month = { fromMs: startOfMonth(nowMs), beforeMs: startOfNextMonth(nowMs) };
      return {
        today: between.get({ fromMs: startOfDay(nowMs, 0), beforeMs: startOfDay(nowMs, 1) }),
        month: between.get(month),
        monthDollars: dollarsBetween(month),
        last: newest.get() ?? null,
      };
    },
  };
}
