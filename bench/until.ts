import { setTimeout as sleep } from 'node:timers/promises';
import { patienceMs } from '../tools/patience.ts';
import { nowMs } from './clock.ts';

/** Whether a wait that began at that time should continue. */
export const isPatient = (fromMs: number): boolean => nowMs() - fromMs < patienceMs;

/**
 * Waits until a condition is true.
 *
 * @param what the subject of the error
 * @throws if the condition is not true in time
 */
export async function until(what: string, condition: () => boolean): Promise<void> {
  const fromMs = nowMs();
  while (!condition()) {
    if (!isPatient(fromMs)) throw new Error(`Waited in vain for ${what}.`);
    await sleep(1);
  }
}
