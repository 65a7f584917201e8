import { compositorSocket, WaylandConnection } from '../../../electron/wayland/connection.ts';
import { VirtualKeyboard } from '../../../electron/wayland/virtual-keyboard.ts';
import type { HeldKeys } from '../keyboard.ts';

/** The first evdev code of each row of letters. */
const letterRows = { 16: 'qwertyuiop', 30: 'asdfghjkl', 44: 'zxcvbnm' };
const keycodes = new Map<string, number>([
  ...Object.entries(letterRows).flatMap(([first, letters]) =>
    Array.from(letters, (letter, index): [string, number] => [letter, Number(first) + index]),
  ),
  ...Array.from({ length: 10 }, (_, index): [string, number] => [`f${index + 1}`, 59 + index]),
  ['f11', 87],
  ['f12', 88],
  ['escape', 1],
  ['tab', 15],
  ['enter', 28],
  ['ctrl', 29],
  ['shift', 42],
  ['alt', 56],
  ['space', 57],
  ['rightctrl', 97],
  ['insert', 110],
  ['super', 125],
]);

const keycodeOf = (name: string): number => {
  const keycode = keycodes.get(name.toLowerCase());
  if (keycode === undefined) throw new Error(`There is no key ${name}.`);
  return keycode;
};

/** Presses or releases a key by its evdev code. */
export type SetKey = (keycode: number, isDown: boolean) => Promise<void>;

/** A keyboard that a test controls. */
export interface WaylandKeyboard {
  /** Presses and releases a chord such as `ctrl+alt+space`. */
  press(chord: string): Promise<void>;
  hold(chord: string): Promise<Pick<HeldKeys, 'release'>>;
  close(): void;
}

export async function openKeyboard(env: NodeJS.ProcessEnv): Promise<WaylandKeyboard> {
  const connection = await WaylandConnection.open(compositorSocket(env) ?? '', () => undefined);
  const keyboard = await VirtualKeyboard.open(connection, connection.bind('wl_seat', 1));
  if (keyboard === null) throw new Error('The compositor has no virtual keyboards.');
  return keyboardThat(
    (code, isDown) => keyboard.set(code, isDown),
    () => connection.close(),
  );
}

/** Makes a keyboard from a function that sets one key. */
export function keyboardThat(setKey: SetKey, close: () => void): WaylandKeyboard {
  const set = async (codes: number[], isDown: boolean): Promise<void> => {
    for (const code of codes) await setKey(code, isDown);
  };
  return {
    press: async (chord) => {
      const codes = chord.split('+').map(keycodeOf);
      await set(codes, true);
      await set(codes.toReversed(), false);
    },
    hold: async (chord) => {
      const codes = chord.split('+').map(keycodeOf);
      await set(codes, true);
      return { release: () => set(codes.toReversed(), false) };
    },
    close,
  };
}
