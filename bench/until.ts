import { setTimeout as sleep } from 'node:timers/promises';
import { patienceMs } from '../tools/patience.ts';
import { nowMs } from './clock.ts';

/** Whether what began then is still to be waited for. */
export const isPatient = (fromMs: number): boolean => nowMs() - fromMs < patienceMs;

/**
 * @param what is waited for, to be named where it does not come
 * @throws where it does not come
 */
export async function until(what: string, condition: () => boolean): Promise<void> {
  const fromMs = nowMs();
  while (!condition()) {
    if (!isPatient(fromMs)) throw new Error(`Waited in vain for ${what}.`);
    await sleep(1);
  }
}
