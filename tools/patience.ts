import { setTimeout as sleep } from 'node:timers/promises';

/**
 * How long tools and tests wait for a fact. It is the same everywhere, and longer than any step takes
 * on a busy machine. Only a fact that never comes costs this time.
 */
export const patienceMs = 120_000;

/**
 * Waits for a fact that may never come. A test that waits without a bound does not say for what.
 *
 * @param what the subject of the error
 * @throws if the fact does not come in time
 */
export async function within<T>(what: string, fact: Promise<T>): Promise<T> {
  const known = new AbortController();
  const late = sleep(patienceMs, undefined, { signal: known.signal }).then(() => {
    throw new Error(`Waited in vain for ${what}.`);
  });
  try {
    return await Promise.race([fact, late]);
  } finally {
    known.abort();
    late.catch(() => undefined);
  }
}
