import type { WaylandConnection } from './connection.ts';
import { fileHandle } from './handles.ts';
import { encodeRequest } from './wire.ts';

const manager = 'zwp_virtual_keyboard_manager_v1';

/** A US layout, so that the keycode of a letter does not depend on the person's layout. */
const keymap = Buffer.from(
  'xkb_keymap { xkb_keycodes { include "evdev+aliases(qwerty)" }; xkb_types { include "complete" }; ' +
    'xkb_compatibility { include "complete" }; xkb_symbols { include "pc+us+inet(evdev)" }; };\0',
);

const formatXkbV1 = 1;

/** Modifier bits in that keymap, by keycode. */
const modifierBits: Record<number, number> = { 29: 4, 42: 1, 54: 1, 56: 8, 97: 4, 125: 64 };

/** A keyboard separate from the person's, so keys that the person holds do not change what it types. */
export class VirtualKeyboard {
  readonly #connection: WaylandConnection;
  readonly #id: number;
  #modifiers = 0;

  private constructor(connection: WaylandConnection, seat: number) {
    this.#connection = connection;
    // The compositor expects ids in order, so bind before the next `newId`.
    const managerId = connection.bind(manager, 1);
    this.#id = connection.newId();
    connection.send(managerId, 0, [seat, this.#id]);
    connection.send(this.#id, 0, [formatXkbV1, keymap.length], fileHandle(keymap));
  }

  /** Returns null if the compositor offers no virtual keyboard. */
  static async open(connection: WaylandConnection, seat: number): Promise<VirtualKeyboard | null> {
    if (!connection.offers(manager)) return null;
    const keyboard = new VirtualKeyboard(connection, seat);
    await connection.sync();
    return keyboard;
  }

  /**
   * Presses keys in order and releases them in reverse order, in one write. Resolves when the
   * compositor has handled them.
   *
   * @param keycodes evdev codes
   */
  async press(keycodes: number[]): Promise<void> {
    this.#connection.sendTogether([
      ...keycodes.flatMap((keycode) => this.#key(keycode, true)),
      ...keycodes.toReversed().flatMap((keycode) => this.#key(keycode, false)),
    ]);
    await this.#connection.sync();
  }

  /** Presses or releases one key. */
  async set(keycode: number, isDown: boolean): Promise<void> {
    this.#connection.sendTogether(this.#key(keycode, isDown));
    await this.#connection.sync();
  }

  /** Also sends the modifiers, because the compositor does not derive them from the keys. */
  #key(keycode: number, isDown: boolean): Buffer[] {
    const timeMs = Math.floor(performance.now());
    const key = encodeRequest(this.#id, 1, [timeMs, keycode, isDown ? 1 : 0]);
    const bit = modifierBits[keycode];
    if (bit === undefined) return [key];
    this.#modifiers = isDown ? this.#modifiers | bit : this.#modifiers & ~bit;
    return [key, encodeRequest(this.#id, 2, [this.#modifiers, 0, 0, 0])];
  }
}
