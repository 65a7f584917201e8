import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';
import { Helper } from '../../../wayland/helper.ts';
import { serveHelper } from '../../../wayland/serve-helper.ts';
import { BridgedClipboard } from './bridged-clipboard.ts';

/**
 * The thread of GNOME's clipboard. It serves programs that paste while a call of Electron to the X
 * server blocks main.
 */
const { display } = v.parse(v.object({ display: v.string() }), workerData);
const port = parentPort;
if (port === null) throw new Error('The clipboard is started by CaptionKey, not by hand.');

serveHelper(
  {
    post: (message) => port.postMessage(message),
    onMessage: (callback) => {
      port.on('message', callback);
    },
  },
  async (report) => {
    // When the connection ends, so does the thread. Main can start another one.
    const clipboard = await BridgedClipboard.open(display, () => process.exit(1)).catch(() => null);
    return clipboard === null ? 'no-clipboard' : new Helper(clipboard, null, report);
  },
);
