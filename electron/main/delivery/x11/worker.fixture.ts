import { Worker } from 'node:worker_threads';
import type { StartX11Worker } from './x11-thread.ts';

/** Starts the delivery's thread from its source. */
export const startWorker: StartX11Worker = (workerData) =>
  new Worker(new URL('worker.ts', import.meta.url), { workerData });
