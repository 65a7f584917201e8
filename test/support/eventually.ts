import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { patient } from './patient.ts';

/**
 * Waits until an assertion holds, while the test controls timers: `vi.waitFor` would move them forward
 * at every try.
 *
 * @throws what the assertion throws at last
 */
export async function eventually(assertion: () => unknown): Promise<void> {
  const latestMs = performance.now() + patient.timeout;
  for (;;) {
    try {
      await assertion();
      return;
    } catch (error) {
      if (performance.now() > latestMs) throw error;
    }
    await sleep(patient.interval);
  }
}
