import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than a desktop takes for anything on a machine with other work. */
const patienceMs = 30_000;
const pollMs = 15;

/**
 * Asks again until there is an answer.
 *
 * @param what is named where there never is one
 */
export async function answered<T>(
  what: string,
  ask: () => Promise<T | null> | T | null,
): Promise<T> {
  const endMs = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > endMs) throw new Error(`${what}: not within ${patienceMs} ms.`);
    await sleep(pollMs);
  }
}
