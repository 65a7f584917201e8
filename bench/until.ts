import { setTimeout as sleep } from 'node:timers/promises';
import { nowMs } from './clock.ts';

/** Longer than anything takes that is measured here, on a machine that has other work too. */
const patienceMs = 20_000;

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
