import type { Clock } from './port.ts';

/** How long and how often something is asked, in milliseconds. */
export interface Patience {
  timeoutMs: number;
  pollMs: number;
}

/**
 * Asks until there is an answer.
 *
 * @param ask returns null as long as there is none
 * @returns the answer, or null if there is none in time
 */
export async function askUntil<T>(
  ask: () => Promise<T | null> | T | null,
  clock: Clock,
  { timeoutMs, pollMs }: Patience,
): Promise<T | null> {
  const deadlineMs = clock.nowMs() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null || clock.nowMs() >= deadlineMs) return answer;
    await clock.sleep(pollMs);
  }
}
