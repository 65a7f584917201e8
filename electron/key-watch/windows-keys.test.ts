import { beforeEach, expect, test } from 'vitest';
import { parseAccelerator } from '#shared/accelerator.ts';
import { WindowsKeys, type Side } from './windows-keys.ts';

/* A fake keyboard, and events that carry the wrong modifiers as uiohook's do. */
const codes = {
  ...({ Ctrl: 29, CtrlRight: 3613, Alt: 56, AltRight: 3640 } as const),
  ...({ Shift: 42, ShiftRight: 54, Meta: 3675, MetaRight: 3676 } as const),
};
const space = 57;
let held: Side[];
let masks: number;
let timeMs: number;

beforeEach(() => {
  held = [];
  masks = 0;
  timeMs = 1_000;
});

function watch(accelerator: string): WindowsKeys {
  const chord = parseAccelerator(accelerator, false);
  if (chord === null) throw new Error(`${accelerator} is no shortcut`);
  const keyboard = {
    isSideDown: (side: Side) => held.includes(side),
    isDown: () => true,
    maskMenu: () => {
      masks += 1;
    },
  };
  return new WindowsKeys(keyboard, chord, codes);
}

const event = (keycode: number) => ({
  ...{ keycode, time: (timeMs += 1), ctrlKey: false, altKey: true, shiftKey: false },
  metaKey: false,
});

test('knows the modifiers that went down before the first event', () => {
  held = ['Ctrl', 'Alt'];
  const keys = watch('Control+Alt+Space');
  expect(keys.down(event(space))).toMatchObject({ ctrlKey: true, altKey: true });
});

test('takes the modifiers of late events from the events', () => {
  const keys = watch('Control+Alt+Space');
  keys.down(event(codes.Ctrl));
  keys.down(event(codes.Alt));
  expect(keys.down(event(space))).toMatchObject({ ctrlKey: true, altKey: true });
  keys.up(event(codes.Ctrl));
  expect(keys.down(event(space))).toMatchObject({ ctrlKey: false, altKey: true });
});

test('drops a modifier after a pause if the hook missed its release', () => {
  const keys = watch('Control+Alt+Space');
  keys.down(event(codes.Alt));
  timeMs += 5_000;
  expect(keys.down(event(space))).toMatchObject({ altKey: false });
});

test('takes AltGr neither for Ctrl nor for Alt', () => {
  const keys = watch('Control+Alt+Space');
  keys.down(event(codes.Ctrl));
  keys.down(event(codes.AltRight));
  expect(keys.down(event(space))).toMatchObject({ ctrlKey: false, altKey: false });
  held = ['Ctrl', 'AltRight'];
  expect(keys.isAltGr).toBe(true);
});

test('takes AltGr alone for the right Alt, and ignores the Ctrl that repeats with it', () => {
  const keys = watch('RightAlt');
  keys.down(event(codes.Ctrl));
  expect(keys.down(event(codes.AltRight))).toMatchObject({ ctrlKey: false, altKey: true });
  expect(keys.down(event(codes.Ctrl))).toBe(null);
});

test.each([
  ['Control+Alt+Space', 1],
  ['Super+Space', 1],
  ['RightAlt', 1],
  ['Control+Shift+F9', 0],
  ['RightControl', 0],
])('masks menus on a press of %s %i times', (accelerator, expected) => {
  watch(accelerator).pressed();
  expect(masks).toBe(expected);
});

test('ignores the masking key, but no other unknown key', () => {
  const keys = watch('Control+Alt+Space');
  keys.pressed();
  expect(keys.down(event(0))).toBe(null);
  expect(keys.down(event(0))).not.toBe(null);
});
