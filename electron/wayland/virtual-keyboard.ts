import type { WaylandConnection } from './connection.ts';
import { fileHandle } from './handles.ts';
import { encodeRequest } from './wire.ts';

const manager = 'zwp_virtual_keyboard_manager_v1';

/** A keyboard from the United States, so that the key of a letter is known whatever layout is in use. */
const keymap = Buffer.from(
  'xkb_keymap { xkb_keycodes { include "evdev+aliases(qwerty)" }; xkb_types { include "complete" }; ' +
    'xkb_compatibility { include "complete" }; xkb_symbols { include "pc+us+inet(evdev)" }; };\0',
);

const formatXkbV1 = 1;

/** Bits of the modifiers in that keymap. */
const modifierBits: Record<number, number> = { 29: 4, 42: 1, 54: 1, 56: 8, 97: 4, 125: 64 };

/** A keyboard of its own beside the person's: what they hold does not change what it presses. */
export class VirtualKeyboard {
  readonly #connection: WaylandConnection;
  readonly #id: number;
  #modifiers = 0;

  private constructor(connection: WaylandConnection, seat: number) {
    this.#connection = connection;
    // Ids are used in the order in which they are given.
    const managerId = connection.bind(manager, 1);
    this.#id = connection.newId();
    connection.send(managerId, 0, [seat, this.#id]);
    connection.send(this.#id, 0, [formatXkbV1, keymap.length], fileHandle(keymap));
  }

  /** Null where the compositor lets no program press keys. */
  static async open(connection: WaylandConnection, seat: number): Promise<VirtualKeyboard | null> {
    if (!connection.offers(manager)) return null;
    const keyboard = new VirtualKeyboard(connection, seat);
    await connection.sync();
    return keyboard;
  }

  /**
   * Presses keys in their order and lets go of them in the opposite one. Every event is built before
   * any is sent. Resolves once the compositor has dealt with all of them.
   *
   * @param keycodes of Linux's evdev
   */
  async press(keycodes: number[]): Promise<void> {
    this.#connection.sendTogether([
      ...keycodes.flatMap((keycode) => this.#key(keycode, true)),
      ...keycodes.toReversed().flatMap((keycode) => this.#key(keycode, false)),
    ]);
    await this.#connection.sync();
  }

  /** Presses or lets go of one key. */
  async set(keycode: number, isDown: boolean): Promise<void> {
    this.#connection.sendTogether(this.#key(keycode, isDown));
    await this.#connection.sync();
  }

  /** The compositor does not derive the modifiers from the keys. */
  #key(keycode: number, isDown: boolean): Buffer[] {
    const timeMs = Math.floor(performance.now());
    const key = encodeRequest(this.#id, 1, [timeMs, keycode, isDown ? 1 : 0]);
    const bit = modifierBits[keycode];
    if (bit === undefined) return [key];
    this.#modifiers = isDown ? this.#modifiers | bit : this.#modifiers & ~bit;
    return [key, encodeRequest(this.#id, 2, [this.#modifiers, 0, 0, 0])];
  }
}
