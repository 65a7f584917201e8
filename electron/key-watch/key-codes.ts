import type { UiohookKey } from 'uiohook-napi';
import { isMediaKey, type Chord } from '#shared/accelerator.ts';

/** uiohook's own names, where they differ from those of accelerators. */
const names: Record<string, keyof typeof UiohookKey> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  RightControl: 'CtrlRight',
  RightAlt: 'AltRight',
  RightShift: 'ShiftRight',
  RightSuper: 'MetaRight',
  '`': 'Backquote',
  '-': 'Minus',
  '=': 'Equal',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '\\': 'Backslash',
  ';': 'Semicolon',
  "'": 'Quote',
  ',': 'Comma',
  '.': 'Period',
  '/': 'Slash',
};

/**
 * uiohook's code of a key, by its position on a US keyboard.
 *
 * @param codes uiohook's table
 * @param key as accelerators name it
 */
export function uiohookCode(codes: typeof UiohookKey, key: string): number | null {
  const name = names[key] ?? key;
  return Object.entries(codes).find(([known]) => known === name)?.[1] ?? null;
}

/** The modifiers and lock keys. */
export const modifierCodes = (codes: typeof UiohookKey): ReadonlySet<number> =>
  new Set([
    ...[codes.Ctrl, codes.CtrlRight, codes.Alt, codes.AltRight, codes.Shift, codes.ShiftRight],
    ...[codes.Meta, codes.MetaRight, codes.CapsLock, codes.NumLock, codes.ScrollLock],
  ]);

/**
 * uiohook's numbers of the buttons on X11, where alone they can be shortcuts. It counts the right one as 2, unlike X11
 * itself (`hotkeys/x11/grab-target.ts`).
 */
const buttons: Record<string, number> = { MouseMiddle: 3, MouseBack: 4, MouseForward: 5 };

/** A button has a code beside those of the keys. */
export const codeOfButton = (button: unknown): number =>
  typeof button === 'number' ? -button : codeOfUnknownKey;

/** uiohook has one code for all keys that it has no name for on X11, those for music among them. */
const codeOfUnknownKey = 0;

/** The code of a chord that a grab reports: a button, or a key for music; null for all others. */
export function codeOfGrabbed(chord: Chord): number | null {
  const button = buttons[chord.key];
  if (button !== undefined) return codeOfButton(button);
  return isMediaKey(chord) ? codeOfUnknownKey : null;
}
