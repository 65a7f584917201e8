/** The key codes of macOS for keys that write, in order, by position on a US keyboard; a space is none. */
const written = Array.from("ASDFHGZXCV BQWERYT123465=97-80]OU[IP LJ'K;\\,/NM.");

/* Insert is where a keyboard of Apple has Help. */
const named: Record<string, number> = {
  ...{ Enter: 0x24, Tab: 0x30, Space: 0x31, '`': 0x32, Backspace: 0x33, Escape: 0x35 },
  ...{ RightSuper: 0x36, RightShift: 0x3c, RightAlt: 0x3d, RightControl: 0x3e },
  ...{ Insert: 0x72, Home: 0x73, PageUp: 0x74, Delete: 0x75, End: 0x77, PageDown: 0x79 },
  ...{ Left: 0x7b, Right: 0x7c, Down: 0x7d, Up: 0x7e },
  ...{ F1: 0x7a, F2: 0x78, F3: 0x63, F4: 0x76, F5: 0x60, F6: 0x61, F7: 0x62, F8: 0x64 },
  ...{ F9: 0x65, F10: 0x6d, F11: 0x67, F12: 0x6f, F13: 0x69, F14: 0x6b, F15: 0x71 },
  ...{ F16: 0x6a, F17: 0x40, F18: 0x4f, F19: 0x50, F20: 0x5a },
};

/**
 * The key code of a key on macOS; null if there is none.
 *
 * @param key as accelerators name it
 */
export function macKeyCodeOf(key: string): number | null {
  const code = written.indexOf(key);
  return named[key] ?? (code === -1 ? null : code);
}
