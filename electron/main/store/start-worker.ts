import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StartStoreWorker } from './store.ts';

/** Starts the store's thread as it is built, beside main; it has no use for our environment. */
export const startStoreWorker: StartStoreWorker = (workerData) =>
  new Worker(join(import.meta.dirname, 'store.js'), { workerData, env: {} });
