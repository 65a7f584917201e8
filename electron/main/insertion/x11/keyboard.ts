import type { XTest } from 'x11';
import type { PasteKeys } from '../paste-keys.ts';
import type { Pressed } from '../port.ts';
import type { XConnection } from '../x-server/connection.ts';
import type { OwnedSelection } from '../x-server/owned-selection.ts';
import { inputFocus } from './focus.ts';

/** Keys that are pressed together, on the current layout. */
interface Keys {
  /** The modifiers, then the key. */
  keycodes: number[];
  /** Keys that change them while they are down: every modifier, and the keys themselves. */
  inTheWay: number[];
}

/** A chord that pastes. */
export interface Chord extends Keys {
  keys: PasteKeys;
}

const keysyms = { v: 0x76, insert: 0xff63, enter: 0xff0d };

/* Rows of the modifier mapping. */
const shiftRow = 0;
const controlRow = 2;
/* Caps Lock and usually Num Lock. They may stay on, because nobody holds them. */
const lockRows = [1, 4];

const modifierRowsOf: Record<PasteKeys, number[]> = {
  'control-v': [controlRow],
  'control-shift-v': [controlRow, shiftRow],
  'shift-insert': [shiftRow],
};

/** The keyboard of the display, pressed through the XTEST extension. */
export class Keyboard {
  readonly #connection: XConnection;
  readonly #xtest: XTest;

  private constructor(connection: XConnection, xtest: XTest) {
    this.#connection = connection;
    this.#xtest = xtest;
  }

  /** Rejects if the server has no XTEST. */
  static async open(connection: XConnection): Promise<Keyboard> {
    const xtest = await connection.ask<XTest>((cb) => connection.X.require('xtest', cb));
    return new Keyboard(connection, xtest);
  }

  /** The chord on the current layout. A keyboard without a v pastes with Shift+Insert, or not at all. */
  async chord(wanted: PasteKeys): Promise<Chord | null> {
    const modifiers = await this.#modifierRows();
    const key = await this.#keycode(wanted === 'shift-insert' ? keysyms.insert : keysyms.v);
    const held = modifierRowsOf[wanted].map(
      (row) => modifiers[row]?.find((code) => code !== 0) ?? null,
    );
    const keycodes = [...held, key].filter((code) => code !== null);
    if (keycodes.length === held.length + 1)
      return { keys: wanted, keycodes, inTheWay: [...holdable(modifiers), ...keycodes] };
    return wanted === 'shift-insert' ? null : this.chord('shift-insert');
  }

  /** The Enter key on the current layout; null if the keyboard has none. */
  async enter(): Promise<Keys | null> {
    const key = await this.#keycode(keysyms.enter);
    if (key === null) return null;
    return { keycodes: [key], inTheWay: [...holdable(await this.#modifierRows()), key] };
  }

  /**
   * Whether nothing is in the way of a chord: no held key, and no grab of the keyboard. The app does not
   * release held keys, because a hotkey whose modifiers rest under fingers would not work until they are
   * pressed again.
   */
  async isFree(chord: Chord): Promise<boolean> {
    return (await this.#held(chord)).length === 0 && !(await this.#isTaken());
  }

  /**
   * Presses a chord if the window still receives the keys. The server handles no other client between
   * the check and the keys, so no other window can come between. The keys are not sent if a menu or a
   * screen lock has grabbed the keyboard, because it would receive them. They are not sent if a modifier
   * is down, which may be the beginning of a hotkey, or if another program has taken the clipboard.
   */
  press(chord: Keys, inputWindow: number, selections: OwnedSelection[]): Promise<Pressed> {
    return this.#connection.exclusively(async () => {
      const [isTaken, focused, held, ...areOurs] = await Promise.all([
        this.#isTaken(),
        inputFocus(this.#connection),
        this.#held(chord),
        ...selections.map((selection) => selection.isOurs()),
      ]);
      if (focused !== inputWindow) return 'focus-moved';
      if (isTaken || held.length > 0) return 'keyboard-taken';
      if (areOurs.includes(false)) return 'clipboard-taken';
      for (const code of chord.keycodes) this.#fake('press', code);
      for (const code of chord.keycodes.toReversed()) this.#fake('release', code);
      // The server has given the keys to the window before it answers this.
      await inputFocus(this.#connection);
      return 'sent';
    });
  }

  #fake(what: 'press' | 'release', keycode: number): void {
    const type = what === 'press' ? this.#xtest.KeyPress : this.#xtest.KeyRelease;
    this.#xtest.FakeInput(type, keycode, 0, 0, 0, 0);
  }

  /**
   * The key of a symbol on the current layout. On a layout without Latin letters it is the key of
   * another layout, where programs look for a chord.
   */
  async #keycode(keysym: number): Promise<number | null> {
    const { X, root, keycodes } = this.#connection;
    const rows = await this.#connection.ask<number[][]>((cb) =>
      X.GetKeyboardMapping(keycodes.first, keycodes.count, cb),
    );
    const { keyMask } = await this.#connection.ask<{ keyMask: number }>((cb) =>
      X.QueryPointer(root, cb),
    );
    const group = (keyMask >> 13) & 3;
    const here = rows.findIndex((symbols) => symbols[group * 2] === keysym);
    const index = here >= 0 ? here : rows.findIndex((symbols) => symbols.includes(keysym));
    return index < 0 ? null : index + keycodes.first;
  }

  #modifierRows(): Promise<number[][]> {
    return this.#connection.ask((cb) => this.#connection.X.GetModifierMapping(cb));
  }

  /** Whether a menu, a screen lock or a held hotkey has grabbed the keyboard. */
  async #isTaken(): Promise<boolean> {
    const { X, root } = this.#connection;
    const grab = this.#connection.ask<number>((cb) => X.GrabKeyboard(root, 0, 0, 1, 1, cb));
    X.UngrabKeyboard(0);
    return (await grab) !== 0;
  }

  /** The held keys that are in the way of a chord. */
  async #held({ inTheWay }: Keys): Promise<number[]> {
    const bits = await this.#connection.ask<Buffer>((cb) => this.#connection.X.QueryKeymap(cb));
    return inTheWay.filter((code) => (((bits[code >> 3] ?? 0) >> (code & 7)) & 1) === 1);
  }
}

/** The keys of all modifiers that can be held. Shorter rows of the mapping are filled with zeros. */
const holdable = (modifiers: number[][]): number[] =>
  modifiers
    .filter((_, row) => !lockRows.includes(row))
    .flat()
    .filter(Boolean);
