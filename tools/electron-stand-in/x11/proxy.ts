import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import {
  lengthFromClient,
  lengthFromServer,
  unmanaged,
  windowToClose,
  type CloseAtoms,
} from './wire.ts';

/*
 * Chromium maps a window as soon as it has made it, and no other client can be sure to be faster.
 * So its way to the X server leads through here, where every window it makes is given the flag
 * that keeps the window manager away. Showing a window takes the flag off (window/x-window.ts).
 *
 * The way back leads through here because Chromium closes a window that is asked to close, and
 * nobody else is sent that message. Here the app decides.
 */

/** Passes on the messages of one side, as they are or not at all. */
const forward = (
  from: Socket,
  to: Socket,
  lengthOf: (bytes: Buffer, isSetUp: boolean) => number,
  pass: (message: Buffer) => Buffer | null,
): void => {
  let waiting = Buffer.alloc(0);
  let isSetUp = false;
  from.on('data', (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    to.cork();
    for (;;) {
      const length = lengthOf(waiting, isSetUp);
      if (waiting.length < length) break;
      const message = waiting.subarray(0, length);
      waiting = waiting.subarray(length);
      const passed = isSetUp ? pass(message) : message;
      if (passed !== null) to.write(passed);
      isSetUp = true;
    }
    to.uncork();
  });
};

/**
 * Serves a display under a name of its own, at an abstract socket: the first place X clients look
 * for a display, and gone when we are.
 * @param socket the real display's
 * @param onClose called with a window that is asked to close, in the place of its own client
 * @returns the name, to be another program's DISPLAY
 */
export const serveUnmanaged = async (
  socket: string,
  atoms: CloseAtoms,
  onClose: (wid: number) => void,
): Promise<string> => {
  const server = createServer((client) => {
    const upstream = connect(socket);
    forward(client, upstream, lengthFromClient, unmanaged);
    forward(upstream, client, lengthFromServer, (message) => {
      const wid = windowToClose(message, atoms);
      if (wid === null) return message;
      onClose(wid);
      return null;
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  // Far above any real display, and different for every process.
  const number = 100_000 + process.pid;
  server.listen(`\0/tmp/.X11-unix/X${number}`);
  await once(server, 'listening');
  return `:${number}`;
};
