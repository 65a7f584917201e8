import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from './port.ts';

export const realClock: Clock = {
  nowMs: () => performance.now(),
  sleep: async (ms) => {
    await sleep(ms);
  },
};
