import x11 from 'x11';
import { reply, type XConnection } from './connection.ts';

/** A key with its modifiers, as X's modifier mask and keycode. */
export interface Chord {
  modifiers: number;
  keycode: number;
}

/** Masks of Caps Lock and Num Lock. They are part of an event's state, but not of a chord. */
export const lockMasks = [0, 2, 16, 18];

const modifierMasks: Record<string, number> = {
  shift: 1,
  control: 4,
  ctrl: 4,
  commandorcontrol: 4,
  cmdorctrl: 4,
  alt: 8,
  option: 8,
  super: 64,
  meta: 64,
};

/** The modifiers that can be part of a chord, without locks and mouse buttons. */
export const chordMask = 1 | 4 | 8 | 64;

const namedKeys: Record<string, string> = {
  space: 'space',
  plus: 'plus',
  tab: 'Tab',
  enter: 'Return',
  return: 'Return',
  esc: 'Escape',
  escape: 'Escape',
  up: 'Up',
  down: 'Down',
  left: 'Left',
  right: 'Right',
  backspace: 'BackSpace',
  delete: 'Delete',
  insert: 'Insert',
  home: 'Home',
  end: 'End',
  pageup: 'Prior',
  pagedown: 'Next',
  '.': 'period',
  ',': 'comma',
  '/': 'slash',
  ';': 'semicolon',
  '-': 'minus',
  '=': 'equal',
};

const modifierKeys: Record<number, string> = {
  1: 'Shift_L',
  4: 'Control_L',
  8: 'Alt_L',
  64: 'Super_L',
};

const keysymOf = (name: string): number | undefined =>
  x11.keySyms[
    `XK_${namedKeys[name.toLowerCase()] ?? (name.length === 1 ? name.toLowerCase() : name.toUpperCase())}`
  ]?.code ?? x11.keySyms[`XK_${name}`]?.code;

const keycodeFinder = async ({ X, minKeycode, maxKeycode }: XConnection) => {
  const rows = await reply<number[][]>((cb) =>
    X.GetKeyboardMapping(minKeycode, maxKeycode - minKeycode + 1, cb),
  );
  return (keysym: number | undefined): number => {
    const row = keysym === undefined ? -1 : rows.findIndex((keysyms) => keysyms.includes(keysym));
    return row < 0 ? 0 : row + minKeycode;
  };
};

/**
 * Parses a chord in Electron's accelerator syntax, in any case: `Control+Alt+Space`, `ctrl+k`, `F9`.
 * Rejects with a TypeError if a name is unknown or the keyboard lacks the key.
 */
export const parseChord = async (connection: XConnection, text: string): Promise<Chord> => {
  let modifiers = 0;
  let keysym: number | undefined;
  for (const part of text.split('+')) {
    const mask = modifierMasks[part.toLowerCase()];
    if (mask === undefined) keysym = keysymOf(part);
    else modifiers |= mask;
  }
  const keycode = (await keycodeFinder(connection))(keysym);
  if (keycode === 0) throw new TypeError(`This keyboard has no keys for "${text}".`);
  return { modifiers, keycode };
};

/** The package has no numbers for the names of these keys. */
const mediaKeys: Record<string, number> = { XF86AudioPlay: 172, XF86AudioNext: 171 };

/** The keycode of a key for music, or of F13 to F24, which usual layouts do not map. */
const placeOf = (text: string): number | null => {
  const media = mediaKeys[text.split('+').at(-1) ?? ''];
  if (media !== undefined) return media;
  const number = Number(/(?:^|\+)F(1[3-9]|2[0-4])$/i.exec(text)?.[1] ?? 0);
  return number === 0 ? null : 191 + number - 13;
};

/** The keycodes of a chord in the order to press them: modifiers, then the key. */
export const keycodesOf = async (connection: XConnection, text: string): Promise<number[]> => {
  const place = placeOf(text);
  const { modifiers, keycode } =
    place === null
      ? await parseChord(connection, text)
      : { ...(await parseChord(connection, text.replace(/\w+$/, 'F12'))), keycode: place };
  const find = await keycodeFinder(connection);
  const held = Object.entries(modifierKeys)
    .filter(([mask]) => (modifiers & Number(mask)) !== 0)
    .map(([, name]) => find(x11.keySyms[`XK_${name}`]?.code));
  return [...held, keycode];
};
