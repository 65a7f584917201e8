import { burst } from './check-burst.ts';
import { ends } from './check-ends.ts';
import { limits } from './check-limits.ts';
import { models } from './check-models.ts';
import { refusals } from './check-refusals.ts';
import { regions } from './check-regions.ts';
import { session } from './check-session.ts';
import { times } from './check-times.ts';
import { token } from './check-token.ts';
import type { Check } from './row.ts';

export const checks: readonly Check[] = [
  ...[session, times, ends, models, refusals],
  ...[limits, burst, regions, token],
];

/** The price of the most expensive model, per hour in which a session is open. */
const dollarsPerHour = 0.45;

const openSecondsOf = (chosen: readonly Check[]): number =>
  chosen.reduce((sum, { openSeconds }) => sum + openSeconds, 0);

/** A phrase with the highest cost of these checks. */
export function estimate(chosen: readonly Check[]): string {
  const openSeconds = openSecondsOf(chosen);
  const cents = (openSeconds / 3_600) * dollarsPerHour * 100;
  return `sessions open for about ${openSeconds} s, which cost up to ${cents.toFixed(1)} cents`;
}
