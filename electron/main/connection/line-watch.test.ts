import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { sessionUrl } from '#core/assemblyai/address.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { eventually } from '../../../test/support/eventually.ts';
import { startFaultyProxy } from '../../../test/support/faults-proxy.ts';
import { startService, validKey } from '../../../test/support/service.ts';
import { dial, type SocketEvent } from './dial.ts';
import { watchLine } from './line-watch.ts';
import { portOf } from '../../../tools/port-of.ts';

/* Real connections. Only the interval between pings is controlled. */

const cleanups: (() => unknown)[] = [];
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(async () => {
  vi.useRealTimers();
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
});

const connect = (url: string) => {
  const events: SocketEvent[] = [];
  const connection = dial(sessionUrl(url, plainParameters), validKey, (event) =>
    events.push(event),
  );
  cleanups.push(() => connection.close());
  return { connection, events };
};

/** A service that sends one message, and then at most answers pings. */
async function serve(autoPong: boolean): Promise<{ url: string; pings: () => number }> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, autoPong });
  let pings = 0;
  server.on('connection', (socket: WebSocket) => {
    socket.on('ping', () => (pings += 1));
    socket.send('hello');
  });
  await once(server, 'listening');
  cleanups.push(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  const port = portOf(server);
  return { url: `ws://127.0.0.1:${port}`, pings: () => pings };
}

const intervals = tuning.stallTimeoutMs / tuning.pingIntervalMs;
const stalled = { type: 'disconnected', failure: { cause: 'stalled' } };

test('a connection that answers pings stays open while the service is silent', async () => {
  const { url } = await serve(true);
  const socket = new WebSocket(url);
  cleanups.push(() => socket.terminate());
  const onStalled = vi.fn<() => void>();
  watchLine(socket, onStalled);
  await once(socket, 'message');
  for (let round = 1; round <= 3 * intervals; round++) {
    const answered = once(socket, 'pong');
    vi.advanceTimersByTime(tuning.pingIntervalMs);
    await answered;
  }
  expect(onStalled).not.toHaveBeenCalled();
});

test('a connection without answers is given up once', async () => {
  const { url, pings } = await serve(false);
  const { events } = connect(url);
  await eventually(() => expect(events).toHaveLength(1));
  vi.advanceTimersByTime(tuning.stallTimeoutMs);
  await eventually(() => expect(pings()).toBe(intervals));
  expect(events).toHaveLength(1);
  vi.advanceTimersByTime(tuning.pingIntervalMs);
  expect(events.slice(1)).toEqual([stalled]);
  vi.advanceTimersByTime(10 * tuning.stallTimeoutMs);
  await sleep(100);
  expect(events).toHaveLength(2);
});

test('a session that stalls in the network is given up', async () => {
  const service = await startService();
  cleanups.push(() => service.close());
  const faulty = await startFaultyProxy(service.env.CAPTIONKEY_STREAMING_URL, [
    { at: 'frame', count: 2, do: 'stall' },
  ]);
  cleanups.push(() => faulty.close());
  const { connection, events } = connect(faulty.url);
  await eventually(() => expect(events).toHaveLength(1));
  connection.sendBinary(new Uint8Array(1_600));
  connection.sendBinary(new Uint8Array(1_600));
  await eventually(() => expect(service.sound()).toHaveLength(800));
  vi.advanceTimersByTime(tuning.stallTimeoutMs + tuning.pingIntervalMs);
  expect(events.slice(1)).toEqual([stalled]);
});

test('unsent data is bounded: a connection that accepts no more is given up', async () => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket) => {
    socket.send('hello');
    socket.pause();
  });
  await once(server, 'listening');
  cleanups.push(() => {
    for (const socket of server.clients) socket.terminate();
    server.close();
  });
  const port = portOf(server);
  const { connection, events } = connect(`ws://127.0.0.1:${port}`);
  await eventually(() => expect(events).toHaveLength(1));
  // A minute of sound at a time.
  for (let minutes = 0; minutes < 20 && events.length === 1; minutes++) {
    connection.sendBinary(new Uint8Array(60 * 32_000));
    await sleep(5);
  }
  expect(events.slice(1)).toEqual([stalled]);
});
