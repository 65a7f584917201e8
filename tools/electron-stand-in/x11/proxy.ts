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
 * A proxy between Chromium and the X server.
 *
 * Chromium maps a window as soon as it has created it, before any other client can act. So the proxy
 * sets override-redirect on each window that Chromium creates, which hides it from the window manager.
 * window/x-window.ts removes the flag when the app shows the window.
 *
 * On the message to close a window, which only its own client receives, Chromium would close it. So
 * the proxy keeps that message and reports it, and the app decides.
 */

/** Forwards the messages of one side. `pass` may change or drop a message. */
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
 * Serves a display under another name. X clients first look for a display's abstract socket, and such a
 * socket ends with its process.
 *
 * @param socket the real display's
 * @param onClose called with a window that is asked to close, instead of its client
 * @returns the name, for another program's DISPLAY
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
  // Higher than any real display's number, and unique to this process.
  const number = 100_000 + process.pid;
  server.listen(`\0/tmp/.X11-unix/X${number}`);
  await once(server, 'listening');
  return `:${number}`;
};
