import type { UiohookKey } from 'uiohook-napi';

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
