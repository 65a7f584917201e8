import x11, { type Client, type Display, type Reply } from 'x11';
import { placeOfKey } from '../x11-key-places.ts';

const symbols: Record<string, string[]> = {
  Space: ['space'],
  Enter: ['Return'],
  Backspace: ['BackSpace'],
  PageUp: ['Prior'],
  PageDown: ['Next'],
  RightControl: ['Control_R'],
  // The second is AltGr, in layouts that have it.
  RightAlt: ['Alt_R', 'ISO_Level3_Shift'],
  RightShift: ['Shift_R'],
  RightSuper: ['Super_R'],
};

/** uiohook uses the kernel's codes for letters, digits and signs. X adds this to them. */
const firstKeycode = 8;

const ask = <T>(request: (reply: Reply<T>) => void): Promise<T> =>
  new Promise((resolve, reject) =>
    request((error, value) => {
      if (error === null) resolve(value);
      else reject(error);
      return true;
    }),
  );

/**
 * The keysyms of a key. The keysym of a Latin character is its code point.
 *
 * @param key as accelerators name it
 */
const keysymsOf = (key: string): (number | undefined)[] =>
  key.length === 1
    ? [key.toLowerCase().codePointAt(0)]
    : (symbols[key] ?? [key]).map((name) => x11.keySyms[`XK_${name}`]?.code);

/** The keyboard of an X server: its layout, and which keys are down. */
export class X11Keyboard {
  readonly #client: Client;
  readonly #rows: number[][];
  readonly #minKeycode: number;

  private constructor(display: Display, rows: number[][]) {
    this.#client = display.client;
    this.#minKeycode = display.min_keycode;
    this.#rows = rows;
  }

  /**
   * @param name of the display, such as `:0`
   * @returns `no-display` if there is no server; `no-record` if it lacks the RECORD extension, without
   *   which uiohook would abort the process
   */
  static async open(name: string): Promise<X11Keyboard | 'no-display' | 'no-record'> {
    try {
      const display = await connect(name);
      const { client, min_keycode: first, max_keycode: last } = display;
      // If the server ends, uiohook ends this process.
      client.on('error', () => undefined);
      const { present } = await ask<{ present: number }>((reply) =>
        client.QueryExtension('RECORD', reply),
      );
      if (!present) return 'no-record';
      const rows = await ask<number[][]>((reply) =>
        client.GetKeyboardMapping(first, last - first + 1, reply),
      );
      return new X11Keyboard(display, rows);
    } catch {
      return 'no-display';
    }
  }

  /** The keycode of a key in the current layout. Grabs find theirs in the same way. */
  keycodeOf(key: string): number | null {
    const keysyms = keysymsOf(key);
    const columns = Math.max(...this.#rows.map((row) => row.length));
    for (let column = 0; column < columns; column += 1) {
      const index = this.#rows.findIndex((row) => {
        const keysym = row[column];
        return keysym !== undefined && keysyms.includes(keysym);
      });
      if (index >= 0) return index + this.#minKeycode;
    }
    return placeOfKey(key);
  }

  /** uiohook's code of the key that writes a character. Its own table knows positions, not layouts. */
  uiohookCodeOf(character: string): number | null {
    const keycode = this.keycodeOf(character);
    return keycode === null ? null : keycode - firstKeycode;
  }

  async isDown(keycode: number): Promise<boolean> {
    const keymap = await ask<Buffer>((reply) => this.#client.QueryKeymap(reply));
    return (((keymap[keycode >> 3] ?? 0) >> (keycode & 7)) & 1) === 1;
  }
}

const connect = (name: string): Promise<Display> =>
  new Promise((resolve, reject) => {
    x11.createClient({ display: name }, (error, display) => {
      if (error === undefined) resolve(display);
      else reject(error);
    });
  });
