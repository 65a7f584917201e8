import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StartX11Worker } from './x11-thread.ts';

/** Starts the delivery's thread as it is built, beside main; the environment has the X cookie. */
export const startX11Worker: StartX11Worker = (workerData) =>
  new Worker(join(import.meta.dirname, 'x11-delivery.js'), { workerData });
