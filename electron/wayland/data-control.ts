import * as v from 'valibot';
import { isOtherPicture, requestFormats } from '../clipboard-formats.ts';
import type { Clipboard, Content, Owner } from './clipboard.ts';
import type { WaylandConnection } from './connection.ts';
import { kLastWriteWasAsync, streamBaseState, streamPair, WriteWrap } from './handles.ts';
import type { Entry } from './protocol.ts';
import { readerOf } from './reader.ts';

/** The clipboard's content is too large, or did not arrive in time. */
class Unreadable extends Error {}

/** What a stream without an encoding gives. */
const chunkSchema = v.instance(Buffer);

/** XWayland passes these on from X programs. */
const notContent: ReadonlySet<string> = new Set(requestFormats);

/** Newer compositors have the first, older ones the second. Their requests are the same. */
const managers = ['ext_data_control_manager_v1', 'zwlr_data_control_manager_v1'];

/** The write to a reader that stops in the middle ends after this time. */
const transferTimeoutMs = 10_000;

/** Reads and owns the compositor's clipboard without a window or the focus. */
export class DataControl implements Clipboard {
  readonly #connection: WaylandConnection;
  readonly #manager: number;
  readonly #device: number;
  readonly #offers = new Map<number, Set<string>>();
  #selection = 0;

  private constructor(connection: WaylandConnection, managerName: string, seat: number) {
    this.#connection = connection;
    this.#manager = connection.bind(managerName, 1);
    this.#device = connection.newId({
      0: (event) => this.#hearOffer(event.uint()),
      1: (event) => this.#select(event.uint()),
    });
    connection.send(this.#manager, 1, [this.#device, seat]);
  }

  /** Returns null if the compositor offers no data-control protocol. */
  static async open(connection: WaylandConnection, seat: number): Promise<DataControl | null> {
    const manager = managers.find((name) => connection.offers(name));
    if (manager === undefined) return null;
    const control = new DataControl(connection, manager, seat);
    await connection.sync();
    return control;
  }

  /** The MIME types of the content; empty if the clipboard is. */
  get mimeTypes(): string[] {
    return [...(this.#offers.get(this.#selection) ?? [])];
  }

  isEmpty(): Promise<boolean> {
    return Promise.resolve(this.mimeTypes.length === 0);
  }

  async readAll(maxBytes: number, deadlineMs: number): Promise<Entry[] | null> {
    const content: Entry[] = [];
    let restBytes = maxBytes;
    try {
      for (const mimeType of this.#wantedTypes()) {
        const bytes = await this.read(mimeType, restBytes, deadlineMs);
        restBytes -= bytes.length;
        content.push({ mimeType, bytes });
      }
      return content;
    } catch (error) {
      if (error instanceof Unreadable) return null;
      throw error;
    }
  }

  /**
   * Reads the content in one MIME type.
   *
   * @param deadlineMs by `performance.now()`
   * @throws {Unreadable} if it is longer than `maxBytes`, or incomplete at the deadline
   */
  async read(mimeType: string, maxBytes: number, deadlineMs: number): Promise<Buffer<ArrayBuffer>> {
    const { theirs, ours } = await streamPair();
    this.requestInto(mimeType, theirs);
    const timer = setTimeout(() => ours.destroy(new Unreadable()), deadlineMs - performance.now());
    const parts: Buffer[] = [];
    let length = 0;
    try {
      for await (const part of ours.iterator()) {
        const bytes = v.parse(chunkSchema, part);
        length += bytes.length;
        if (length > maxBytes) throw new Unreadable();
        parts.push(bytes);
      }
      return Buffer.concat(parts);
    } finally {
      clearTimeout(timer);
      ours.destroy();
    }
  }

  /** Asks the owner to write the content in one MIME type into a pipe. */
  requestInto(mimeType: string, pipe: NodePipe.Handle): void {
    this.#connection.send(this.#selection, 0, [mimeType], pipe);
  }

  async own(content: Content, owner: Owner): Promise<void> {
    let isLost = false;
    const source = this.#connection.newId({
      0: {
        withHandle: ({ string, handle }) => {
          const mimeType = string();
          if (handle !== null) serve(mimeType, content.get(mimeType), handle, owner);
        },
      },
      1: () => {
        // KWin may say so twice, and refuses to destroy twice.
        if (isLost) return;
        isLost = true;
        this.#connection.send(source, 1);
        owner.lost();
      },
    });
    this.#connection.send(this.#manager, 0, [source]);
    for (const mimeType of content.keys()) this.#connection.send(source, 0, [mimeType]);
    this.#connection.send(this.#device, 0, [source]);
    await this.#connection.sync();
  }

  async clear(): Promise<void> {
    this.#connection.send(this.#device, 0, [0]);
    await this.#connection.sync();
  }

  /** All types that hold content. If there is PNG, leaves out other picture formats except SVG. */
  #wantedTypes(): string[] {
    const types = this.mimeTypes.filter((type) => !notContent.has(type));
    return types.includes('image/png') ? types.filter((type) => !isOtherPicture(type)) : types;
  }

  #hearOffer(id: number): void {
    const mimeTypes = new Set<string>();
    this.#offers.set(id, mimeTypes);
    this.#connection.adopt(id, { 0: (event) => mimeTypes.add(event.string()) });
  }

  /** Sets the current offer and destroys the older ones. */
  #select(id: number): void {
    this.#selection = id;
    for (const old of this.#offers.keys()) {
      if (old === id) continue;
      this.#offers.delete(old);
      this.#connection.send(old, 1);
    }
  }
}

/** Writes the content into the pipe of a program that asks for it, then closes the pipe. */
function serve(
  mimeType: string,
  bytes: Uint8Array | undefined,
  pipe: NodePipe.Handle,
  owner: Owner,
): void {
  const hasRead =
    bytes === undefined ? null : owner.asked(mimeType, (pid) => readerOf(pipe.fd, pid));
  if (bytes === undefined || hasRead === null) {
    pipe.close();
    return;
  }
  const timer = setTimeout(() => pipe.close(), transferTimeoutMs);
  const request = new WriteWrap();
  request.handle = pipe;
  request.oncomplete = (status) => {
    clearTimeout(timer);
    // The status is an error if the reader closed its end before it had read everything.
    if (status === 0) hasRead();
    pipe.close();
  };
  const error = pipe.writeBuffer(request, bytes);
  if (error !== 0 || streamBaseState[kLastWriteWasAsync] === 0) request.oncomplete(error);
}
