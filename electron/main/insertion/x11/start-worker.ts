import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * Starts the bundled thread of the insertion. The environment has the X cookie.
 *
 * @param display such as `:0`; the connection opens when it is first needed
 */
export const startX11Worker = (display: string): Worker =>
  new Worker(join(import.meta.dirname, 'x11-insertion.js'), { workerData: { display } });
