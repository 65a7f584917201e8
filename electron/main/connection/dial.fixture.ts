import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Server } from 'node:net';
import { WebSocketServer, type ServerOptions, type WebSocket } from 'ws';
import { portOf } from '../../../tools/port-of.ts';
import { dial, type Connection, type SocketEvent } from './dial.ts';

export const key = 'raw-key';

const cleanups: (() => void)[] = [];

/** Runs after the test. */
export const afterwards = (cleanUp: () => void): unknown => cleanups.push(cleanUp);

export function cleanUp(): void {
  for (const one of cleanups.splice(0)) one();
}

/** Lets a server listen until the end of the test. Resolves with its port. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterwards(() => server.close());
  return portOf(server);
}

/** A service that behaves as a test asks. */
export async function serve(
  onConnection: (socket: WebSocket, request: IncomingMessage) => void,
  options: ServerOptions = {},
): Promise<string> {
  const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0, ...options });
  sockets.on('connection', onConnection);
  await once(sockets, 'listening');
  afterwards(() => {
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  });
  return `ws://127.0.0.1:${portOf(sockets)}`;
}

export const connect = (url: string) => {
  const events: SocketEvent[] = [];
  const connection: Connection = dial(`${url}/v3/ws?speech_model=m`, key, (event) => {
    events.push(event);
  });
  afterwards(() => connection.close());
  return { connection, events };
};

export const texts = (events: SocketEvent[]) =>
  events.map((event) => (event.type === 'text' ? event.text : event.failure));

/** Waits for later frames. Loopback keeps their order, so they would have come by then. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 100));
