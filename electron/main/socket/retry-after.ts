import { tuning } from '#core/tuning.ts';

/**
 * How long to leave the other end alone, by its `Retry-After` (RFC 9110, 10.2.3): seconds or a
 * date. What makes no sense is 0, and nothing is longer than a person would wait.
 *
 * @param nowMs Unix time
 */
export function parseRetryAfter(header: string | undefined, nowMs: number): number {
  if (header === undefined) return 0;
  const delayMs = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - nowMs;
  return delayMs > 0 ? Math.min(delayMs, tuning.longestRetryAfterMs) : 0;
}
