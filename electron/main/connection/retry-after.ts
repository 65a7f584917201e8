import { mainTuning } from '../time/tuning.ts';

/**
 * The wait that a `Retry-After` header asks for, in milliseconds: seconds or a date (RFC 9110, 10.2.3).
 * An invalid header is 0, and the wait is no longer than a person would wait.
 *
 * @param nowMs Unix time
 */
export function parseRetryAfter(header: string | undefined, nowMs: number): number {
  if (header === undefined) return 0;
  const delayMs = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - nowMs;
  return delayMs > 0 ? Math.min(delayMs, mainTuning.longestRetryAfterMs) : 0;
}
