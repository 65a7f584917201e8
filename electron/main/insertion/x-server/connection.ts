import x11, { type Client, type Display, type Done, type Reply, type XEvent } from 'x11';

const atomNames = [
  'ATOM',
  'BITMAP',
  'CLIPBOARD',
  'CLIPBOARD_MANAGER',
  'COLORMAP',
  'DELETE',
  'DRAWABLE',
  'INCR',
  'INSERT_PROPERTY',
  'INSERT_SELECTION',
  'INTEGER',
  'MULTIPLE',
  'PIXMAP',
  'PRIMARY',
  'SAVE_TARGETS',
  'STRING',
  'TARGETS',
  'TEXT',
  'TIMESTAMP',
  'UTF8_STRING',
  'WM_CLASS',
  'WM_STATE',
  '_NET_SUPPORTING_WM_CHECK',
  '_NET_WM_PID',
  '_NET_WM_WINDOW_TYPE',
  '_NET_WM_WINDOW_TYPE_DESKTOP',
  '_NET_WM_WINDOW_TYPE_DOCK',
  'text/plain;charset=utf-8',
  'x-kde-passwordManagerHint',
  '_CAPTIONKEY_DATA',
  '_CAPTIONKEY_TIME',
] as const;

export type AtomName = (typeof atomNames)[number];

/** A queue of events that is opened before the request that causes them, so that none is missed. */
export interface XEventQueue {
  /** The next event; null if none comes before `deadlineMs`, a time of `performance.now()`. */
  next(deadlineMs: number): Promise<XEvent | null>;
  stop(): void;
}

/**
 * One client of the X server with a window that is never shown. The window owns selections and reads
 * them. Requests reject with the X error, and when the connection ends.
 */
export class XConnection {
  readonly X: Client;
  readonly root: number;
  readonly window: number;
  readonly keycodes: { first: number; count: number };
  readonly #atoms = new Map<AtomName, number>();
  readonly #clientMask: number;
  readonly #listeners = new Set<(event: XEvent) => void>();
  readonly #waiting = new Set<(error: Error) => void>();
  #isGone = false;

  private constructor(display: Display) {
    const { client: X } = display;
    const [{ root }] = display.screen;
    this.X = X;
    this.root = root;
    this.keycodes = {
      first: display.min_keycode,
      count: display.max_keycode - display.min_keycode + 1,
    };
    this.#clientMask = ~display.resource_mask;
    // The package shares one cache of atoms between all connections, but atoms differ between servers.
    X.atoms = { ...X.atoms };
    X.on('event', (event) => {
      for (const listener of [...this.#listeners]) listener(event);
    });
    X.stream.once('close', () => {
      this.#isGone = true;
      for (const fail of this.#waiting) fail(new Error('The X server is gone.'));
    });
    this.window = X.AllocID();
    const { PropertyChange } = x11.eventMask;
    X.CreateWindow(this.window, root, -1, -1, 1, 1, 0, 0, 1, 0, { eventMask: PropertyChange });
  }

  /** Connects to a display such as `:0`. Rejects if there is no X server. */
  static async open(displayName: string): Promise<XConnection> {
    const display = await new Promise<Display>((resolve, reject) => {
      const X = x11.createClient({ display: displayName }, (error, connected) => {
        if (error) reject(error);
        else resolve(connected);
      });
      // The end of the server is also reported here. Without a listener it would end the app.
      X.on('error', () => undefined);
    });
    const connection = new XConnection(display);
    await Promise.all(
      atomNames.map(async (name) => {
        const atom = await connection.ask<number>((cb) => connection.X.InternAtom(false, name, cb));
        connection.#atoms.set(name, atom);
      }),
    );
    return connection;
  }

  atom(name: AtomName): number {
    const atom = this.#atoms.get(name);
    if (atom === undefined) throw new Error(`${name} was not interned.`);
    return atom;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** The client that created a window or another resource: equal numbers are the same client. */
  clientOf(id: number): number {
    return (id & this.#clientMask) >>> 0;
  }

  /** Makes a promise of a request that has a reply. */
  ask<T>(request: (callback: Reply<T>) => void): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#isGone) {
        reject(new Error('The X server is gone.'));
        return;
      }
      this.#waiting.add(reject);
      request((error, value) => {
        this.#waiting.delete(reject);
        if (error) reject(error);
        else resolve(value);
        return true;
      });
    });
  }

  /** Makes a promise of a request without a reply: resolves once the server has done it. */
  done(request: (callback: Done) => void): Promise<void> {
    return this.ask<unknown>((callback) => request((error) => callback(error, undefined))).then(
      () => undefined,
    );
  }

  onEvent(listener: (event: XEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  queue(isWanted: (event: XEvent) => boolean): XEventQueue {
    const events: XEvent[] = [];
    let wake = (): void => undefined;
    const stop = this.onEvent((event) => {
      if (!isWanted(event)) return;
      events.push(event);
      wake();
    });
    return {
      stop,
      next: async (deadlineMs) => {
        if (events.length === 0)
          await new Promise<void>((resolve) => {
            const timer = setTimeout(resolve, Math.max(0, deadlineMs - performance.now()));
            wake = () => {
              clearTimeout(timer);
              resolve();
            };
          });
        return events.shift() ?? null;
      },
    };
  }

  /**
   * The server's time in milliseconds. Taking a selection needs the time of an event, so that the later
   * of two programs wins. Appending nothing to a property causes an event.
   */
  async serverTime(): Promise<number> {
    const property = this.atom('_CAPTIONKEY_TIME');
    const type = this.atom('INTEGER');
    const changes = this.queue(
      ({ name, wid, atom }) =>
        name === 'PropertyNotify' && wid === this.window && atom === property,
    );
    try {
      // The event comes before the confirmation of the request.
      await this.done((cb) => this.X.ChangeProperty(2, this.window, property, type, 8, '', cb));
      return (await changes.next(performance.now()))?.time ?? 0;
    } finally {
      changes.stop();
    }
  }

  /**
   * Runs an action while the server handles no other client, so that nothing comes between. The desktop
   * is blocked meanwhile, so the action must be a few requests and must not wait.
   */
  async exclusively<T>(action: () => Promise<T>): Promise<T> {
    this.X.GrabServer();
    try {
      return await action();
    } finally {
      if (!this.#isGone) this.X.UngrabServer();
    }
  }

  close(): void {
    this.X.terminate();
  }
}
