const named: Record<string, number> = {
  ...{ Space: 0x20, Tab: 0x09, Enter: 0x0d, Backspace: 0x08, Delete: 0x2e, Insert: 0x2d },
  ...{ Home: 0x24, End: 0x23, PageUp: 0x21, PageDown: 0x22, Escape: 0x1b },
  ...{ Up: 0x26, Down: 0x28, Left: 0x25, Right: 0x27 },
  ...{ RightControl: 0xa3, RightAlt: 0xa5, RightShift: 0xa1, RightSuper: 0x5c },
  // By position on a US keyboard, as in uiohook and Electron.
  ...{ '`': 0xc0, '-': 0xbd, '=': 0xbb, '[': 0xdb, ']': 0xdd, '\\': 0xdc },
  ...{ ';': 0xba, "'": 0xde, ',': 0xbc, '.': 0xbe, '/': 0xbf },
};

const firstFunctionKey = 0x70;

/**
 * The virtual-key code of a key; null if there is none.
 *
 * @param key as accelerators name it
 */
export function virtualKeyOf(key: string): number | null {
  // The code of a letter or digit is its character code.
  if (/^[A-Z0-9]$/.test(key)) return key.charCodeAt(0);
  const functionKey = /^F(\d+)$/.exec(key)?.[1];
  if (functionKey !== undefined) return firstFunctionKey + Number(functionKey) - 1;
  return named[key] ?? null;
}
