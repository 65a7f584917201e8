import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { beforeEach, onTestFinished, test } from 'vitest';
import { closeWithConnections } from './close-server.ts';
import { portOf } from '../../tools/port-of.ts';

let http: Server;
let close: () => Promise<void>;

beforeEach(async () => {
  http = createServer();
  close = closeWithConnections(http);
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
});

/** A connection that the server has accepted. */
async function open(): Promise<Socket> {
  const accepted = once(http, 'connection');
  const client = connect(portOf(http), '127.0.0.1');
  onTestFinished(() => void client.destroy());
  client.on('error', () => undefined);
  await accepted;
  return client;
}

const upgrade = 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: test\r\n\r\n';

test('an upgraded connection is cut', async () => {
  const upgraded = once(http, 'upgrade');
  (await open()).write(upgrade);
  await upgraded;
  await close();
});

test('a connection without a request is cut, which could be upgraded while the server closes', async () => {
  const client = await open();
  const cut = once(client, 'close');
  await close();
  await cut;
});
