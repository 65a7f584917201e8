import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { StartStoreWorker } from './store-thread.ts';

/** Starts the bundled thread of the store. It does not need the environment. */
export const startStoreWorker: StartStoreWorker = (workerData) =>
  new Worker(join(import.meta.dirname, 'store.js'), { workerData, env: {} });
