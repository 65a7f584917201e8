import { EventEmitter, once } from 'node:events';
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js';
// Node's own WebSocket comes with the whole of undici, which takes longer to load than this.
import { WebSocket } from 'ws';

type Commands = ProtocolMapping.Commands;
type Events = ProtocolMapping.Events;

type Answer =
  { id: number; result: unknown; error?: undefined } | { id: number; error: { message: string } };
type Message = Answer | { id?: undefined; method: string; params: unknown; sessionId?: string };

const browserHasEnded = 'The browser has ended.';

/** A session of the DevTools protocol, with the browser or with a page. */
export class CdpSession extends EventEmitter<{ [Name in keyof Events]: Events[Name] }> {
  readonly #connection: CdpConnection;
  readonly #sessionId: string | undefined;

  constructor(connection: CdpConnection, sessionId?: string) {
    super();
    this.#connection = connection;
    this.#sessionId = sessionId;
  }

  /** Rejects with the protocol's error, or if the browser ends before it answers. */
  async send<Name extends keyof Commands>(
    method: Name,
    ...params: Commands[Name]['paramsType']
  ): Promise<Commands[Name]['returnType']> {
    const result = await this.#connection.request(method, params[0] ?? {}, this.#sessionId);
    return result as Commands[Name]['returnType'];
  }
}

/** The socket to the browser, with its sessions. */
export class CdpConnection {
  readonly browser = new CdpSession(this);
  readonly #socket: WebSocket;
  readonly #sessions = new Map<string, CdpSession>();
  readonly #pending = new Map<number, PromiseWithResolvers<unknown>>();
  #lastId = 0;
  #isEnding = false;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#receive(JSON.parse(data.toString()) as Message));
    // A close follows each error.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const pending = [...this.#pending.values()];
      this.#pending.clear();
      for (const answer of pending) this.#fail(answer, browserHasEnded);
    });
  }

  static async open(url: string): Promise<CdpConnection> {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    await once(socket, 'open');
    return new CdpConnection(socket);
  }

  /** Opens the session of one page. */
  async attach(targetId: string): Promise<CdpSession> {
    const { sessionId } = await this.browser.send('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const session = new CdpSession(this, sessionId);
    this.#sessions.set(sessionId, session);
    return session;
  }

  /** Closes the browser because the app ends. As in Electron, nothing that is asked then is answered. */
  close(): void {
    this.#isEnding = true;
    void this.browser.send('Browser.close');
  }

  request(method: string, params: object, sessionId: string | undefined): Promise<unknown> {
    const id = (this.#lastId += 1);
    const answer = Promise.withResolvers<unknown>();
    if (this.#socket.readyState === WebSocket.OPEN) {
      this.#pending.set(id, answer);
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    } else this.#fail(answer, browserHasEnded);
    return answer.promise;
  }

  #fail({ reject }: PromiseWithResolvers<unknown>, message: string): void {
    if (!this.#isEnding) reject(new Error(message));
  }

  #receive(message: Message): void {
    if (message.id !== undefined) {
      const answer = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      if (answer === undefined) return;
      if (message.error) this.#fail(answer, message.error.message);
      else answer.resolve(message.result);
      return;
    }
    const session = message.sessionId ? this.#sessions.get(message.sessionId) : this.browser;
    EventEmitter.prototype.emit.call(session ?? this.browser, message.method, message.params);
  }
}
