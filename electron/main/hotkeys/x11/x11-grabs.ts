import x11, { type Client, type Display, type Reply, type XEvent } from 'x11';
import { chordMask, grabOf, isHeldByGrab, type GrabTarget } from './grab-target.ts';

/** Caps Lock and Num Lock may be on. */
const lockMasks = [0, 2, 16, 18];

/** A button's press and release are the events that the grab asks for. */
const buttonMask = x11.eventMask.ButtonPress | x11.eventMask.ButtonRelease;

export interface GrabListener {
  press(): void;
  release(): void;
}

interface Grab {
  target: GrabTarget;
  listener: GrabListener;
  /** Whether the repeats of a key that stays down are reported, too: the key watch may have missed its press. */
  hasRepeats: boolean;
  isDown: boolean;
}

/**
 * Grabs what Electron cannot grab from an X server: mouse buttons, keys for music, and F13 to F24, which
 * it would look up by their names in the layout. The server sends a grab the release, too, wherever the
 * pointer and the focus are by then.
 */
export class X11Grabs {
  #connection: Promise<Display | null> | null = null;
  readonly #grabs = new Map<string, Grab>();
  readonly #isX11: boolean;

  /** @param isX11 whether the desktop is one; nothing is grabbed on another */
  constructor(isX11: boolean) {
    this.#isX11 = isX11;
  }

  /** Whether the accelerator is one of these. */
  isFor(accelerator: string): boolean {
    return this.#isX11 && grabOf(accelerator) !== null;
  }

  /** Whether the listener is the one that hears the release of this accelerator. */
  isHeld(accelerator: string): boolean {
    return this.isFor(accelerator) && isHeldByGrab(accelerator);
  }

  /** @returns why the grab failed, or null */
  async grab(accelerator: string, listener: GrabListener): Promise<'taken' | 'unknown' | null> {
    const target = grabOf(accelerator);
    const display = await (this.#connection ??= this.#connect());
    if (target === null || display === null) return 'unknown';
    const results = await Promise.allSettled(
      lockMasks.map(
        (locks) =>
          new Promise<void>((resolve, reject) =>
            requestGrab(display, target, locks, settle(resolve, reject)),
          ),
      ),
    );
    if (results.some(({ status }) => status === 'rejected')) {
      free(display, target);
      return 'taken';
    }
    const hasRepeats = !isHeldByGrab(accelerator);
    this.#grabs.set(nameOf(target), { target, listener, hasRepeats, isDown: false });
    return null;
  }

  release(accelerator: string): void {
    const target = grabOf(accelerator);
    if (target === null || !this.#grabs.delete(nameOf(target))) return;
    void this.#connection?.then((display) => {
      if (display !== null) free(display, target);
    });
  }

  dispose(): void {
    this.#grabs.clear();
    void this.#connection?.then((display) => display?.client.terminate());
    this.#connection = null;
  }

  #connect(): Promise<Display | null> {
    return new Promise((resolve) => {
      x11.createClient({ display: process.env.DISPLAY ?? ':0' }, (error, display) => {
        if (error !== undefined) {
          resolve(null);
          return;
        }
        this.#listen(display.client);
        resolve(display);
      });
    });
  }

  #listen(client: Client): void {
    // The app ends with the X server.
    client.on('error', () => undefined);
    client.on('event', (event) => {
      const kind = event.name.startsWith('Button') ? 'button' : 'key';
      if (event.name.endsWith('Press')) this.#pressed(kind, event);
      else if (event.name === 'ButtonRelease') this.#released(kind, event);
      else if (event.name === 'KeyRelease') void this.#keyReleased(client, event);
    });
  }

  #pressed(kind: GrabTarget['kind'], { keycode: code = 0, buttons = 0 }: XEvent): void {
    const grab = this.#grabs.get(nameOf({ kind, code, modifiers: buttons & chordMask }));
    if (grab === undefined) return;
    const isRepeat = grab.isDown;
    grab.isDown = true;
    if (!isRepeat || grab.hasRepeats) grab.listener.press();
  }

  /** Fingers may leave the modifiers first, so these do not count. */
  #released(kind: GrabTarget['kind'], { keycode: code }: XEvent): void {
    for (const grab of this.#grabs.values()) {
      if (grab.target.kind !== kind || grab.target.code !== code || !grab.isDown) continue;
      grab.isDown = false;
      grab.listener.release();
    }
  }

  /** A key that stays down repeats with a release before each press. */
  async #keyReleased(client: Client, event: XEvent): Promise<void> {
    const { keycode = 0 } = event;
    const keymap = await new Promise<Buffer | null>((resolve) =>
      client.QueryKeymap(answerOf(resolve)),
    );
    const isDown = (((keymap?.[keycode >> 3] ?? 0) >> (keycode & 7)) & 1) === 1;
    if (!isDown) this.#released('key', event);
  }
}

const nameOf = ({ kind, code, modifiers }: GrabTarget): string => `${kind}/${code}/${modifiers}`;

function requestGrab(
  { client, screen }: Display,
  { kind, code, modifiers }: GrabTarget,
  locks: number,
  done: (error: Error | null) => boolean,
): void {
  const { root } = screen[0];
  if (kind === 'key') client.GrabKey(root, 0, modifiers | locks, code, 1, 1, done);
  else client.GrabButton(root, 0, buttonMask, 1, 1, 0, 0, code, modifiers | locks, done);
}

function free({ client, screen }: Display, { kind, code, modifiers }: GrabTarget): void {
  const { root } = screen[0];
  for (const locks of lockMasks)
    if (kind === 'key') client.UngrabKey(root, code, modifiers | locks, () => true);
    else client.UngrabButton(root, code, modifiers | locks, () => true);
}

const settle =
  (resolve: () => void, reject: (error: Error) => void) =>
  (error: Error | null): boolean => {
    if (error === null) resolve();
    else reject(error);
    // Otherwise the error would be emitted for the whole connection, too.
    return true;
  };

const answerOf =
  (resolve: (keymap: Buffer | null) => void): Reply<Buffer> =>
  (error, keymap) => {
    resolve(error === null ? keymap : null);
    return true;
  };
