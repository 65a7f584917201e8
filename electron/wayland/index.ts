import { openParentPort } from '../parent-port.ts';
import { compositorSocket, WaylandConnection } from './connection.ts';
import { DataControl } from './data-control.ts';
import { Helper } from './helper.ts';
import type { HelperFailure, HelperReport } from './protocol.ts';
import { serveHelper } from './serve-helper.ts';
import { VirtualKeyboard } from './virtual-keyboard.ts';

/**
 * The Wayland helper. It has the one connection to the compositor, reads and owns the clipboard, and
 * presses the paste key. It is a separate process, because Node ends the process when another program
 * passes a file instead of a pipe.
 */
const port = openParentPort();

// handles.ts uses `process.binding`, which is deprecated and has no replacement for descriptors.
process.noDeprecation = true;

serveHelper(port, open);
port.onDisconnect(() => process.exit());

async function open(report: (message: HelperReport) => void): Promise<Helper | HelperFailure> {
  const socket = compositorSocket(process.env);
  if (socket === null) return 'no-compositor';
  // When the connection ends, so does the helper. Main can start another one.
  const connection = await WaylandConnection.open(socket, () => process.exit(1)).catch(() => null);
  if (connection === null) return 'no-compositor';
  if (!connection.offers('wl_seat')) return 'no-clipboard';
  const seat = connection.bind('wl_seat', 1);
  const clipboard = await DataControl.open(connection, seat);
  if (clipboard === null) return 'no-clipboard';
  return new Helper(clipboard, await VirtualKeyboard.open(connection, seat), report);
}
