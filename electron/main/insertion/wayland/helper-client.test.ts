import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forkWith } from '../../../../test/support/fork.ts';
import { decodeMessage, encodeRequest } from '../../../wayland/wire.ts';
import { HelperClient, type HelperState } from './helper-client.ts';

/* The real helper in a process of its own, and compositors that offer too little, or send garbage. */
let folder: string;
let server: Server | null;
let client: HelperClient | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'captionkey-compositor-'));
  server = null;
  client = null;
});
afterEach(async () => {
  client?.dispose();
  server?.close();
  await rm(folder, { recursive: true });
});

/** Starts a compositor that treats each client like this. */
async function compositor(answer: (client: Socket) => void): Promise<void> {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    answer(socket);
  });
  server.listen(join(folder, 'wayland-9'));
  await once(server, 'listening');
}

function stateOf(env: Record<string, string>): Promise<HelperState> {
  client = new HelperClient(forkWith({ XDG_RUNTIME_DIR: folder, ...env }), {
    reported: () => undefined,
    ended: () => undefined,
  });
  return client.state();
}

/** Answers `sync` of the display, and offers nothing. */
function offerNothing(socket: Socket): void {
  let bytes: Buffer = Buffer.alloc(0);
  socket.on('data', (data) => {
    bytes = Buffer.concat([bytes, data]);
    for (let next = decodeMessage(bytes); next !== null; next = decodeMessage(bytes)) {
      bytes = next.rest;
      const { object, opcode, body } = next.message;
      if (object === 1 && opcode === 0) socket.write(encodeRequest(body.readUInt32LE(0), 0, [0]));
    }
  });
}

test('a compositor without the protocols has no clipboard, which is reported', async () => {
  await compositor(offerNothing);
  expect(await stateOf({ WAYLAND_DISPLAY: 'wayland-9' })).toEqual({ failure: 'no-clipboard' });
});

test.each([
  ['is not named', ''],
  ['does not answer', 'wayland-8'],
])('a compositor that %s is reported', async (_what, WAYLAND_DISPLAY) => {
  expect(await stateOf({ WAYLAND_DISPLAY })).toEqual({ failure: 'no-compositor' });
});

test('nothing is started after the end', async () => {
  const forked: string[] = [];
  const fork = forkWith({});
  client = new HelperClient(
    (name) => {
      forked.push(name);
      return fork(name);
    },
    { reported: () => undefined, ended: () => undefined },
  );
  client.dispose();
  expect(await client.state()).toEqual({ failure: 'stopped' });
  expect(forked).toEqual([]);
});

test('a compositor that sends garbage ends the helper, and nothing else', async () => {
  await compositor((socket) => socket.write(Buffer.alloc(16, 1)));
  expect(await stateOf({ WAYLAND_DISPLAY: 'wayland-9' })).toEqual({ failure: 'stopped' });
  await expect(client?.call({ name: 'read', maxBytes: 1, timeoutMs: 1 })).rejects.toThrow(
    /stopped/,
  );
});
