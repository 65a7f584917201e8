import { once } from 'node:events';
import * as v from 'valibot';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Frame } from './server-frames.ts';
import { portOf } from '../../tools/port-of.ts';

/** All a client may say. */
const clientMessageSchema = v.variant('type', [
  v.object({ type: v.literal('ForceEndpoint') }),
  v.object({ type: v.literal('KeepAlive') }),
  v.object({ type: v.literal('Terminate') }),
  v.object({ type: v.literal('UpdateConfiguration') }),
]);

const isShortOrLong = (bytes: number): boolean => bytes < 1_600 || bytes > 32_000;

/** A service on loopback that sends what a test says, and checks what it receives. */
export class HostileService {
  readonly #server: WebSocketServer;
  readonly #waiting: WebSocket[] = [];
  #expected: PromiseWithResolvers<WebSocket> | null = null;
  /** What a client said that the protocol does not allow. */
  readonly wrongs: string[] = [];
  sessions = 0;

  private constructor(server: WebSocketServer) {
    this.#server = server;
    server.on('connection', (socket) => this.#accept(socket));
  }

  static async start(): Promise<HostileService> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    await once(server, 'listening');
    return new HostileService(server);
  }

  get url(): string {
    return `ws://127.0.0.1:${portOf(this.#server)}`;
  }

  /** The next session that is opened, or was and is open still. */
  session(): Promise<WebSocket> {
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift())
      if (next.readyState === next.OPEN) return Promise.resolve(next);
    this.#expected ??= Promise.withResolvers();
    return this.#expected.promise;
  }

  async close(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #accept(socket: WebSocket): void {
    this.sessions += 1;
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) {
        if (isShortOrLong(data.length)) this.wrongs.push(`a frame of ${data.length} bytes`);
        return;
      }
      const said = v.safeParse(clientMessageSchema, JSON.parse(data.toString()));
      if (!said.success) this.wrongs.push(data.toString());
      else if (said.output.type === 'Terminate') socket.close(1000);
    });
    const expected = this.#expected;
    this.#expected = null;
    if (expected === null) this.#waiting.push(socket);
    else expected.resolve(socket);
  }
}

/**
 * Sends one frame, and waits until the client has worked on it: what it answers a ping after it,
 * or closes.
 *
 * @returns whether the session goes on
 */
export async function insert(socket: WebSocket, frame: Frame): Promise<boolean> {
  if (socket.readyState !== socket.OPEN) return false;
  const answered = Promise.withResolvers<boolean>();
  const goesOn = (): void => answered.resolve(true);
  const isOver = (): void => answered.resolve(false);
  socket.once('pong', goesOn).once('close', isOver);
  send(socket, frame);
  if (frame.type !== 'close') socket.ping();
  const result = await answered.promise;
  socket.off('pong', goesOn).off('close', isOver);
  return result;
}

function send(socket: WebSocket, frame: Frame): void {
  switch (frame.type) {
    case 'text':
      socket.send(frame.text);
      break;
    case 'fragments':
      socket.send(frame.text.slice(0, frame.cut), { fin: false });
      socket.send(frame.text.slice(frame.cut));
      break;
    case 'bytes':
      socket.send(frame.bytes, { binary: false });
      break;
    case 'binary':
      socket.send(frame.bytes);
      break;
    case 'close':
      socket.close(frame.code);
      break;
  }
}
