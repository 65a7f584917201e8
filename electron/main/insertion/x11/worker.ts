import { workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { serveInsertion } from '../thread/serve-insertion.ts';
import { X11Insertion } from './x11-insertion.ts';

/**
 * The insertion's thread. While it has the X server to itself, a call of Electron to the server blocks
 * main, so main could not release the server.
 */
const { display } = v.parse(v.object({ display: v.string() }), workerData);
serveInsertion(new X11Insertion(display));
