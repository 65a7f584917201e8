import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * Starts the bundled thread of GNOME's clipboard. The environment has the X cookie.
 *
 * @param display such as `:0`
 */
export const startGnomeWorker = (display: string): Worker =>
  new Worker(join(import.meta.dirname, 'gnome-clipboard.js'), { workerData: { display } });
