import { setTimeout as sleep } from 'node:timers/promises';
import type { XTest } from 'x11';
import { deliveryTuning as tuning } from '../tuning.ts';
import type { XConnection } from './connection.ts';
import { inputFocus } from './focus.ts';
import type { OwnedSelection } from './owned-selection.ts';
import type { PasteKeys } from './paste-keys.ts';

/** What came of pressing a chord: the keys went to the window, or were not sent at all. */
export type Pressed = 'sent' | 'focus-moved' | 'keyboard-taken' | 'clipboard-taken';

/** A chord on the layout in use. */
export interface Chord {
  keys: PasteKeys;
  /** Its modifiers, then its key. */
  keycodes: number[];
  /** Keys that make another chord of it while they are down: any modifier, and its own. */
  inTheWay: number[];
}

const keysyms = { v: 0x76, insert: 0xff63 };

/* Rows of the modifier mapping. */
const shiftRow = 0;
const controlRow = 2;
/* Caps Lock and, by custom, Num Lock: they may stay on, and nobody holds them. */
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

  /** Rejects where the server has no XTEST. */
  static async open(connection: XConnection): Promise<Keyboard> {
    const xtest = await connection.ask<XTest>((cb) => connection.X.require('xtest', cb));
    return new Keyboard(connection, xtest);
  }

  /** The chord on the layout of now. A keyboard without a v pastes with Shift+Insert, or not at all. */
  async chord(wanted: PasteKeys): Promise<Chord | null> {
    const modifiers = await this.#modifierRows();
    const key = await this.#keycode(wanted === 'shift-insert' ? keysyms.insert : keysyms.v);
    const held = modifierRowsOf[wanted].map(
      (row) => modifiers[row]?.find((code) => code !== 0) ?? null,
    );
    const keycodes = [...held, key].filter((code) => code !== null);
    // A row of fewer keys than the longest is filled up with zeros.
    const holdable = modifiers
      .filter((_, row) => !lockRows.includes(row))
      .flat()
      .filter(Boolean);
    if (keycodes.length === held.length + 1)
      return { keys: wanted, keycodes, inTheWay: [...holdable, ...keycodes] };
    return wanted === 'shift-insert' ? null : this.chord('shift-insert');
  }

  /**
   * Waits until nothing is in the way of a chord: no key, and nobody who has taken the keyboard. Keys
   * are not let go of: a hotkey whose modifiers somebody rests on would be dead until they are
   * pressed anew.
   *
   * @returns false where that takes longer than until `deadlineMs`, a time of `performance.now()`
   */
  async waitUntilFree(chord: Chord, deadlineMs: number): Promise<boolean> {
    for (;;) {
      const isFree = (await this.#held(chord)).length === 0 && !(await this.#isTaken());
      if (isFree || performance.now() > deadlineMs) return isFree;
      await sleep(tuning.releasePollMs);
    }
  }

  /**
   * Presses a chord, if keys still go to the window. Between the look and the key nobody else is
   * served, so no other window can come between. A menu or a screen lock that has taken the
   * keyboard would get the keys whoever has the focus: then they are not sent either. Nor are they
   * where a modifier has gone down, perhaps the first key of a hotkey that would then be none, or
   * where the clipboard has become another program's.
   */
  press(chord: Chord, inputWindow: number, selections: OwnedSelection[]): Promise<Pressed> {
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
      // Until this is answered the server has given the keys to the window.
      await inputFocus(this.#connection);
      return 'sent';
    });
  }

  #fake(what: 'press' | 'release', keycode: number): void {
    const type = what === 'press' ? this.#xtest.KeyPress : this.#xtest.KeyRelease;
    this.#xtest.FakeInput(type, keycode, 0, 0, 0, 0);
  }

  /**
   * The key that has a symbol on the layout in use. On one that has no Latin letters it is the
   * key that has it on another: programs take a chord from there.
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

  /** A menu, a screen lock or a hotkey that is held has the keyboard to itself. */
  async #isTaken(): Promise<boolean> {
    const { X, root } = this.#connection;
    const grab = this.#connection.ask<number>((cb) => X.GrabKeyboard(root, 0, 0, 1, 1, cb));
    X.UngrabKeyboard(0);
    return (await grab) !== 0;
  }

  /** What is down of all that is in the way of a chord. */
  async #held({ inTheWay }: Chord): Promise<number[]> {
    const bits = await this.#connection.ask<Buffer>((cb) => this.#connection.X.QueryKeymap(cb));
    return inTheWay.filter((code) => (((bits[code >> 3] ?? 0) >> (code & 7)) & 1) === 1);
  }
}
