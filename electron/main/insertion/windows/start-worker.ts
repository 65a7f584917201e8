import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** Starts the bundled thread of the insertion. */
export const startWindowsWorker = (): Worker =>
  new Worker(join(import.meta.dirname, 'windows-insertion.js'));
