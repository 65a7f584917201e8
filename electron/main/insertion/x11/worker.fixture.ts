import { Worker } from 'node:worker_threads';

/** Starts the insertion's thread from its source. */
export const startWorker = (display: string): Worker =>
  new Worker(new URL('worker.ts', import.meta.url), { workerData: { display } });
