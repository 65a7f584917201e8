import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/*
 * Chromium maps a window as soon as it has made it, and no other client can be sure to be faster.
 * So its way to the X server leads through here, where every window it makes is given the flag
 * that keeps the window manager away. Showing a window takes the flag off (window/x-window.ts).
 */
const createWindow = 1;
const overrideRedirect = 0x200;
const maskOffset = 28;

const padded = (length: number): number => (length + 3) & ~3;

/** The bytes of the connection's first message (X protocol, chapter 8). */
const setupLength = (head: Buffer): number =>
  12 + padded(head.readUInt16LE(6)) + padded(head.readUInt16LE(8));

/** The bytes of a request; a length of 0 is that of a big request, which follows. */
const requestLength = (head: Buffer): number => 4 * (head.readUInt16LE(2) || head.readUInt32LE(4));

/** Adds the flag to a CreateWindow request, unless it has it. */
const withFlag = (request: Buffer): Buffer => {
  const mask = request.readUInt32LE(maskOffset);
  const before = (mask & (overrideRedirect - 1)).toString(2).replaceAll('0', '').length;
  const at = maskOffset + 4 + 4 * before;
  const hasFlag = (mask & overrideRedirect) !== 0;
  const value = Buffer.from([1, 0, 0, 0]);
  const flagged = Buffer.concat([
    request.subarray(0, at),
    value,
    request.subarray(hasFlag ? at + 4 : at),
  ]);
  flagged.writeUInt16LE(flagged.length / 4, 2);
  flagged.writeUInt32LE(mask | overrideRedirect, maskOffset);
  return flagged;
};

/** Cuts a client's bytes into its messages. */
const forward = (client: Socket, server: Socket): void => {
  let waiting = Buffer.alloc(0);
  let isSetUp = false;
  client.on('data', (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    server.cork();
    for (;;) {
      const headLength = isSetUp ? 8 : 12;
      const isShort = isSetUp && waiting.length >= 4 && waiting.readUInt16LE(2) === 1;
      if (waiting.length < headLength && !isShort) break;
      const length = isSetUp ? requestLength(waiting) : setupLength(waiting);
      if (waiting.length < length) break;
      const message = waiting.subarray(0, length);
      waiting = waiting.subarray(length);
      server.write(isSetUp && message[0] === createWindow ? withFlag(message) : message);
      isSetUp = true;
    }
    server.uncork();
  });
};

/**
 * Serves a display under a name of its own, at an abstract socket: the first place X clients look
 * for a display, and gone when we are.
 * @param socket the real display's
 * @returns the name, to be another program's DISPLAY
 */
export const serveUnmanaged = async (socket: string): Promise<string> => {
  const server = createServer((client) => {
    const upstream = connect(socket);
    forward(client, upstream);
    upstream.pipe(client);
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
