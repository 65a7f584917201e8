import { Worker } from 'node:worker_threads';

/** Starts the thread with the clipboard of GNOME from its source. */
export const startGnomeWorker = (display: string, env = process.env): Worker =>
  new Worker(new URL('worker.ts', import.meta.url), { workerData: { display }, env });
