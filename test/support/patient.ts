import { patienceMs } from '../../tools/patience.ts';

/**
 * For `vi.waitFor`, which otherwise gives up after a second. Other processes and threads take longer on
 * a busy machine.
 */
export const patient = { timeout: patienceMs, interval: 20 } as const;
