import { patienceMs } from '../../tools/patience.ts';

/**
 * For `vi.waitFor`, which otherwise gives up after a second. Other processes and threads take longer on
 * a busy machine. Each try can ask an app and its pages, so more tries take the time that the app needs.
 */
export const patient = { timeout: patienceMs, interval: 50 } as const;
