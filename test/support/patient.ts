import { patienceMs } from '../../tools/patience.ts';

/**
 * For `vi.waitFor`, which otherwise gives up after a second: what another process or thread has to
 * do first takes longer on a machine with other work.
 */
export const patient = { timeout: patienceMs, interval: 20 } as const;
