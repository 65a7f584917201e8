import type { WaylandConnection } from './connection.ts';
import { kLastWriteWasAsync, streamBaseState, streamPair, WriteWrap } from './handles.ts';

/** What the clipboard holds: bytes by MIME type. */
export type Content = ReadonlyMap<string, Uint8Array>;

/** Hears what happens to a content that was put on the clipboard. */
export interface Owner {
  /** A program asks for the content over the pipe; false gives it nothing. */
  asked(mimeType: string, pipe: NodePipe.Handle): boolean;
  /** It has taken all of it. */
  hasRead(mimeType: string): void;
  /** Another program owns the clipboard now. */
  lost(): void;
}

/** Reading took too long, or what is there is too large. */
export class Unreadable extends Error {}

/** Newer compositors have the first, older ones the second; their requests are the same. */
const managers = ['ext_data_control_manager_v1', 'zwlr_data_control_manager_v1'];

/** A reader that takes a part and then stops is given up after this. */
const transferTimeoutMs = 10_000;

/** The clipboard of the compositor, which can be read and owned without a window or the focus. */
export class DataControl {
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

  /** Null where the compositor lets nobody manage its clipboard. */
  static async open(connection: WaylandConnection, seat: number): Promise<DataControl | null> {
    const manager = managers.find((name) => connection.offers(name));
    if (manager === undefined) return null;
    const control = new DataControl(connection, manager, seat);
    await connection.sync();
    return control;
  }

  /** The types in which the content is offered; none where the clipboard is empty. */
  get mimeTypes(): string[] {
    return [...(this.#offers.get(this.#selection) ?? [])];
  }

  /**
   * Reads the content in one type.
   *
   * @throws {Unreadable} where it is over so many bytes, or not there by `deadlineMs` of `performance.now()`
   */
  async read(mimeType: string, maxBytes: number, deadlineMs: number): Promise<Buffer<ArrayBuffer>> {
    const { theirs, ours } = await streamPair();
    this.requestInto(mimeType, theirs);
    const timer = setTimeout(() => ours.destroy(new Unreadable()), deadlineMs - performance.now());
    const parts: Buffer[] = [];
    let length = 0;
    try {
      for await (const part of ours.iterator()) {
        const bytes = Buffer.from(part as Uint8Array);
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

  /** Has the owner write the content in one type into a pipe. */
  requestInto(mimeType: string, pipe: NodePipe.Handle): void {
    this.#connection.send(this.#selection, 0, [mimeType], pipe);
  }

  /** Puts a content on the clipboard; resolves once the compositor has it. */
  async own(content: Content, owner: Owner): Promise<void> {
    const source = this.#connection.newId({
      0: {
        withHandle: ({ string, handle }) => {
          const mimeType = string();
          if (handle !== null) serve(mimeType, content.get(mimeType), handle, owner);
        },
      },
      1: () => {
        this.#connection.send(source, 1);
        owner.lost();
      },
    });
    this.#connection.send(this.#manager, 0, [source]);
    for (const mimeType of content.keys()) this.#connection.send(source, 0, [mimeType]);
    this.#connection.send(this.#device, 0, [source]);
    await this.#connection.sync();
  }

  /** Empties the clipboard. */
  async clear(): Promise<void> {
    this.#connection.send(this.#device, 0, [0]);
    await this.#connection.sync();
  }

  #hearOffer(id: number): void {
    const mimeTypes = new Set<string>();
    this.#offers.set(id, mimeTypes);
    this.#connection.adopt(id, { 0: (event) => mimeTypes.add(event.string()) });
  }

  /** An offer that is no selection any more is of no use. */
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
  if (bytes === undefined || !owner.asked(mimeType, pipe)) {
    pipe.close();
    return;
  }
  const timer = setTimeout(() => pipe.close(), transferTimeoutMs);
  const request = new WriteWrap();
  request.handle = pipe;
  request.oncomplete = (status) => {
    clearTimeout(timer);
    // A reader may go away before it has read all.
    if (status === 0) owner.hasRead(mimeType);
    pipe.close();
  };
  const error = pipe.writeBuffer(request, bytes);
  if (error !== 0 || streamBaseState[kLastWriteWasAsync] === 0) request.oncomplete(error);
}
