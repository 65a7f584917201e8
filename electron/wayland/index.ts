import * as v from 'valibot';
import { openParentPort } from '../parent-port.ts';
import { compositorSocket, WaylandConnection } from './connection.ts';
import { DataControl } from './data-control.ts';
import { Helper } from './helper.ts';
import { commandSchema, type HelperFailure, type Report } from './protocol.ts';
import { VirtualKeyboard } from './virtual-keyboard.ts';

/**
 * The Wayland helper: the one connection to the compositor, over which the clipboard is read and
 * owned and the paste key is pressed. It is a process of its own, because Node ends the process when
 * another program hands over a file instead of a pipe.
 */
const port = openParentPort();
const report = (message: Report): void => port.post(message);

// Node's internal bindings are the only way to pass file descriptors.
process.noDeprecation = true;

const helper = open();
void helper.then((opened) => {
  if (opened instanceof Helper) report({ type: 'ready', hasKeyboard: opened.hasKeyboard });
  else report({ type: 'failed', code: opened });
});

port.onMessage((message) => {
  const { id, call } = v.parse(commandSchema, message);
  void helper
    .then((opened) => (opened instanceof Helper ? opened.perform(call) : null))
    .then((answer) => report({ type: 'answer', id, answer }));
});
port.onDisconnect(() => process.exit());

async function open(): Promise<Helper | HelperFailure> {
  const socket = compositorSocket(process.env);
  if (socket === null) return 'no-compositor';
  // Main starts another one where that is of use.
  const connection = await WaylandConnection.open(socket, () => process.exit(1)).catch(() => null);
  if (connection === null) return 'no-compositor';
  if (!connection.offers('wl_seat')) return 'no-clipboard';
  const seat = connection.bind('wl_seat', 1);
  const clipboard = await DataControl.open(connection, seat);
  if (clipboard === null) return 'no-clipboard';
  return new Helper(clipboard, await VirtualKeyboard.open(connection, seat), report);
}
