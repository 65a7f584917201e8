import x11, { type Client, type Display } from 'x11';
import { parseAccelerator, type Chord, type Modifier } from '#shared/accelerator.ts';
import { placeOfFunctionKey } from '../../../x11-function-keys.ts';

const masks: Record<Modifier, number> = { shift: 1, control: 4, alt: 8, super: 64 };
const chordMask = 1 | 4 | 8 | 64;
/** Caps Lock and Num Lock may be on. */
const lockMasks = [0, 2, 16, 18];

/**
 * Grabs F13 to F24 from an X server. Electron looks keys up by their names in the layout, which lacks
 * these, and would grab another key, or every key, instead.
 */
export class FunctionKeyGrabs {
  #connection: Promise<Display | null> | null = null;
  readonly #callbacks = new Map<string, () => void>();

  /** Whether the accelerator has one of these keys. */
  isFor(accelerator: string): boolean {
    return process.platform === 'linux' && grabOf(accelerator) !== null;
  }

  /** @returns why the grab failed, or null */
  async grab(accelerator: string, onPress: () => void): Promise<'taken' | 'unknown' | null> {
    const wanted = grabOf(accelerator);
    const display = await (this.#connection ??= this.#connect());
    if (wanted === null || display === null) return 'unknown';
    const { client, screen } = display;
    const grabs = lockMasks.map(
      (locks) =>
        new Promise<void>((resolve, reject) =>
          client.GrabKey(
            ...([screen[0].root, 0, wanted.modifiers | locks, wanted.keycode, 1, 1] as const),
            settle(resolve, reject),
          ),
        ),
    );
    const results = await Promise.allSettled(grabs);
    if (results.some(({ status }) => status === 'rejected')) {
      this.#free(display, wanted);
      return 'taken';
    }
    this.#callbacks.set(nameOf(wanted), onPress);
    return null;
  }

  release(accelerator: string): void {
    const wanted = grabOf(accelerator);
    if (wanted === null || !this.#callbacks.delete(nameOf(wanted))) return;
    void this.#connection?.then((display) => {
      if (display !== null) this.#free(display, wanted);
    });
  }

  dispose(): void {
    this.#callbacks.clear();
    void this.#connection?.then((display) => display?.client.terminate());
    this.#connection = null;
  }

  #free({ client, screen }: Display, { keycode, modifiers }: KeyGrab): void {
    for (const locks of lockMasks)
      client.UngrabKey(screen[0].root, keycode, modifiers | locks, () => true);
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
    client.on('event', ({ name, keycode = 0, buttons = 0 }) => {
      if (name !== 'KeyPress') return;
      this.#callbacks.get(nameOf({ keycode, modifiers: buttons & chordMask }))?.();
    });
  }
}

interface KeyGrab {
  keycode: number;
  modifiers: number;
}

const nameOf = ({ keycode, modifiers }: KeyGrab): string => `${keycode}/${modifiers}`;

function grabOf(accelerator: string): KeyGrab | null {
  const chord: Chord | null = parseAccelerator(accelerator, false);
  const keycode = chord === null ? null : placeOfFunctionKey(chord.key);
  if (chord === null || keycode === null) return null;
  return {
    keycode,
    modifiers: chord.modifiers.reduce((mask, modifier) => mask | masks[modifier], 0),
  };
}

const settle =
  (resolve: () => void, reject: (error: Error) => void) =>
  (error: Error | null): boolean => {
    if (error === null) resolve();
    else reject(error);
    // Otherwise the error would be emitted for the whole connection, too.
    return true;
  };
