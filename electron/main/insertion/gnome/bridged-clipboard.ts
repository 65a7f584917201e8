import type { Property } from 'x11';
import type { Clipboard, Content, Owner } from '../../../wayland/clipboard.ts';
import type { Entry } from '../../../wayland/protocol.ts';
import type { Reader } from '../../../wayland/reader.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import { XConnection } from '../x-server/connection.ts';
import type { Value } from '../x-server/content.ts';
import { OwnedSelection } from '../x-server/owned-selection.ts';
import { readSelection } from '../x-server/read-selection.ts';

/** A text that is on the clipboard. */
interface Current {
  owner: Owner;
  /** GNOME Shell has read and kept it. */
  kept: PromiseWithResolvers<undefined>;
  isKept: boolean;
  /** Called when a client has read the text that it asked for. */
  hasRead: Map<number, () => void>;
}

/** No process has this number. It stands for a window that no program reports. */
const noProcess = 0;

/**
 * The clipboard of GNOME, through X. GNOME has no protocol by which an app manages the clipboard
 * without a window, but GNOME Shell passes all of it between X and Wayland, both ways. GNOME Shell
 * reads for the windows of Wayland, and only the window in front can ask for that.
 */
export class BridgedClipboard implements Clipboard {
  readonly #connection: XConnection;
  /** The X client of GNOME Shell. */
  readonly #shell: number;
  readonly #selection: OwnedSelection;
  #current: Current | null = null;

  private constructor(connection: XConnection, shell: number) {
    this.#connection = connection;
    this.#shell = shell;
    this.#selection = new OwnedSelection(
      connection,
      connection.atom('CLIPBOARD'),
      {
        asked: () => undefined,
        hasRead: (client) => this.#hasRead(client),
        lost: () => {
          const owner = this.#current?.owner;
          this.#current = null;
          owner?.lost();
        },
      },
      (client) => this.#mayRead(client),
    );
  }

  /**
   * Rejects if there is no X server, or no window manager on it.
   *
   * @param onEnd called when the connection ends
   */
  static async open(display: string, onEnd: () => void): Promise<BridgedClipboard> {
    const connection = await XConnection.open(display);
    connection.X.stream.once('close', onEnd);
    const check = connection.atom('_NET_SUPPORTING_WM_CHECK');
    const { data } = await connection.ask<Property>((cb) =>
      connection.X.GetProperty(0, connection.root, check, 0, 0, 1, cb),
    );
    return new BridgedClipboard(connection, connection.clientOf(data.readUInt32LE(0)));
  }

  async isEmpty(): Promise<boolean> {
    const { X } = this.#connection;
    const clipboard = this.#connection.atom('CLIPBOARD');
    const owner = await this.#connection.ask<number>((cb) => X.GetSelectionOwner(clipboard, cb));
    return owner === 0;
  }

  /**
   * Leaves out values that are not bytes, such as the size of the content, because only X uses them.
   */
  async readAll(): Promise<Entry[] | null> {
    const read = await readSelection(this.#connection, this.#connection.atom('CLIPBOARD'));
    if (!read.ok) return null;
    const values = [...read.value].filter(([, { format }]) => format === 8);
    return Promise.all(
      values.map(async ([atom, { data }]) => ({
        mimeType: await this.#nameOf(atom),
        bytes: Uint8Array.from(data),
      })),
    );
  }

  async own(content: Content, owner: Owner): Promise<void> {
    const values = new Map<number, Value>();
    for (const [mimeType, bytes] of content) {
      const format = await this.#atomOf(mimeType);
      const type = mimeType === 'TEXT' ? this.#connection.atom('UTF8_STRING') : format;
      values.set(format, { type, format: 8, data: Buffer.from(bytes) });
    }
    const kept = Promise.withResolvers<undefined>();
    const current: Current = { owner, kept, isKept: false, hasRead: new Map() };
    this.#current = current;
    if (await this.#selection.take(values)) await this.#untilKept(current);
    else owner.lost();
  }

  async clear(): Promise<void> {
    this.#current = null;
    await this.#selection.replace(new Map());
  }

  /** Until GNOME Shell has passed the content on, windows of Wayland get the content before it. */
  async #untilKept(current: Current): Promise<void> {
    const timer = setTimeout(() => current.kept.resolve(undefined), tuning.keeperReadMs);
    await current.kept.promise.finally(() => clearTimeout(timer));
  }

  #mayRead(client: number): boolean {
    const current = this.#current;
    if (current === null) return true;
    const hasRead = current.owner.asked('UTF8_STRING', (pid) => this.#readerOf(client, pid));
    if (hasRead === null) return false;
    current.hasRead.set(client, hasRead);
    return true;
  }

  /** The window in front has the focus of the process that is asked about: see `AtspiFocus`. */
  #readerOf(client: number, pid: number): Reader {
    if (client !== this.#shell) return 'other';
    return pid !== noProcess && this.#current?.isKept ? 'target' : 'unknown';
  }

  #hasRead(client: number): void {
    const current = this.#current;
    current?.hasRead.get(client)?.();
    if (current === null || client !== this.#shell) return;
    current.isKept = true;
    current.kept.resolve(undefined);
  }

  #atomOf(name: string): Promise<number> {
    return this.#connection.ask((cb) => this.#connection.X.InternAtom(false, name, cb));
  }

  #nameOf(atom: number): Promise<string> {
    return this.#connection.ask((cb) => this.#connection.X.GetAtomName(atom, cb));
  }
}
