import { isAbsolute, join } from 'node:path';
import {
  connectHandle,
  constants,
  kLastWriteWasAsync,
  kReadBytesOrError,
  streamBaseState,
  WriteWrap,
} from './handles.ts';
import { ArgumentReader, decodeMessage, encodeRequest, type Argument } from './wire.ts';

const displayId = 1;
const goneText = 'The compositor has gone.';

/** The compositor gives ids from here on, the client those below. */
const serverIds = 0xff00_0000;

/** The arguments of an event. */
export interface Event extends Pick<ArgumentReader, 'uint' | 'string'> {
  /** The file descriptor of the event; null if the event has none. */
  handle: NodePipe.Handle | null;
}

export type Handler = ((event: Event) => void) | { withHandle: (event: Event) => void };

/** Handlers by the opcode of the event. */
export type Handlers = Record<number, Handler>;

interface Global {
  name: number;
  version: number;
}

/** The path of the compositor's socket; null if the environment names none. */
export function compositorSocket(env: NodeJS.ProcessEnv): string | null {
  const { WAYLAND_DISPLAY, XDG_RUNTIME_DIR } = env;
  if (!WAYLAND_DISPLAY) return null;
  if (isAbsolute(WAYLAND_DISPLAY)) return WAYLAND_DISPLAY;
  return XDG_RUNTIME_DIR ? join(XDG_RUNTIME_DIR, WAYLAND_DISPLAY) : null;
}

/** One client of a Wayland compositor. */
export class WaylandConnection {
  readonly #pipe: NodePipe.Handle;
  readonly #onGone: (reason: string) => void;
  readonly #objects = new Map<number, Handlers>();
  readonly #globals = new Map<string, Global>();
  readonly #freeIds: number[] = [];
  readonly #handles: NodePipe.Handle[] = [];
  #nextId = displayId + 1;
  #registry = 0;
  #bytes: Buffer = Buffer.alloc(0);
  readonly #syncs = new Set<PromiseWithResolvers<undefined>>();
  #isGone = false;

  private constructor(pipe: NodePipe.Handle, onGone: (reason: string) => void) {
    this.#pipe = pipe;
    this.#onGone = onGone;
    this.#objects.set(displayId, {
      0: (event) => {
        event.uint();
        event.uint();
        this.#fail(`The compositor refuses a request: ${event.string()}`);
      },
      1: (event) => {
        const id = event.uint();
        this.#objects.delete(id);
        if (id < serverIds) this.#freeIds.push(id);
      },
    });
    pipe.onread = (bytes) => this.#receive(bytes);
    pipe.readStart();
  }

  /**
   * Connects to the compositor and reads the list of its globals.
   *
   * @param onGone called once when the connection ends or the compositor refuses a request
   */
  static async open(path: string, onGone: (reason: string) => void): Promise<WaylandConnection> {
    const pipe = await connectHandle(constants.IPC, path);
    const connection = new WaylandConnection(pipe, onGone);
    connection.#registry = connection.newId({
      0: (event) => {
        const name = event.uint();
        const interfaceName = event.string();
        if (!connection.#globals.has(interfaceName))
          connection.#globals.set(interfaceName, { name, version: event.uint() });
      },
    });
    connection.send(displayId, 1, [connection.#registry]);
    await connection.sync();
    return connection;
  }

  offers(interfaceName: string): boolean {
    return this.#globals.has(interfaceName);
  }

  /**
   * Binds a global of the compositor, at most at this version.
   *
   * @throws if the compositor does not offer it
   */
  bind(interfaceName: string, version: number, handlers: Handlers = {}): number {
    const global = this.#globals.get(interfaceName);
    if (global === undefined) throw new Error(`The compositor has no ${interfaceName}.`);
    const id = this.newId(handlers);
    const used = Math.min(version, global.version);
    this.send(this.#registry, 0, [global.name, interfaceName, used, id]);
    return id;
  }

  /** Reserves an id for an object that the next request creates. */
  newId(handlers: Handlers = {}): number {
    const id = this.#freeIds.pop() ?? this.#nextId++;
    this.#objects.set(id, handlers);
    return id;
  }

  /** Handles the events of an object that the compositor has created. */
  adopt(id: number, handlers: Handlers): void {
    this.#objects.set(id, handlers);
  }

  /** Sends a request. Closes the handle that goes with it afterwards. */
  send(object: number, opcode: number, args: Argument[] = [], handle?: NodePipe.Handle): void {
    this.#write(encodeRequest(object, opcode, args), handle);
  }

  /** Sends several requests in one write. */
  sendTogether(requests: Buffer[]): void {
    this.#write(Buffer.concat(requests));
  }

  /** Resolves when the compositor has handled all earlier requests; rejects if it is gone. */
  async sync(): Promise<void> {
    const done = Promise.withResolvers<undefined>();
    if (this.#isGone) done.reject(new Error(goneText));
    this.#syncs.add(done);
    const id = this.newId({ 0: () => done.resolve(undefined) });
    this.send(displayId, 0, [id]);
    await done.promise.finally(() => this.#syncs.delete(done));
  }

  close(): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#pipe.close();
    for (const sync of this.#syncs) sync.reject(new Error(goneText));
  }

  #write(bytes: Buffer, handle?: NodePipe.Handle): void {
    if (this.#isGone) return;
    const request = new WriteWrap();
    request.handle = this.#pipe;
    request.oncomplete = (status) => {
      handle?.close();
      if (status !== 0) this.#fail('The compositor does not take requests any more.');
    };
    const text = bytes.toString('latin1');
    const error = handle
      ? this.#pipe.writeLatin1String(request, text, handle)
      : this.#pipe.writeLatin1String(request, text);
    if (error !== 0 || streamBaseState[kLastWriteWasAsync] === 0) request.oncomplete(error);
  }

  #receive(bytes: ArrayBuffer | undefined): void {
    const { pendingHandle } = this.#pipe;
    this.#pipe.pendingHandle = null;
    if (pendingHandle) this.#handles.push(pendingHandle);
    if ((streamBaseState[kReadBytesOrError] ?? 0) < 0) this.#fail(goneText);
    else if (bytes !== undefined) {
      this.#bytes = Buffer.concat([this.#bytes, Buffer.from(bytes)]);
      this.#dispatchAll();
    }
  }

  #dispatchAll(): void {
    try {
      for (let next = decodeMessage(this.#bytes); next !== null && !this.#isGone;) {
        const { object, opcode, body } = next.message;
        const handler = this.#objects.get(object)?.[opcode];
        let handle: NodePipe.Handle | null = null;
        if (typeof handler === 'object') {
          handle = this.#handles.shift() ?? null;
          // Node delivers one descriptor per read, so this sync makes the compositor send more.
          if (handle === null) return void this.sync().catch(() => undefined);
        }
        this.#bytes = next.rest;
        const args = new ArgumentReader(body);
        const event = { uint: () => args.uint(), string: () => args.string(), handle };
        if (typeof handler === 'object') handler.withHandle(event);
        else handler?.(event);
        next = decodeMessage(this.#bytes);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#fail('The compositor sends what is no message.');
    }
  }

  #fail(reason: string): void {
    if (this.#isGone) return;
    this.close();
    this.#onGone(reason);
  }
}
