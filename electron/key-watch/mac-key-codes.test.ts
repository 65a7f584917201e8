import { expect, test } from 'vitest';
import { parseAccelerator } from '#shared/accelerator.ts';
import { macKeyCodeOf } from './mac-key-codes.ts';

test.each([
  ['A', 0x00],
  ['V', 0x09],
  ['B', 0x0b],
  ['5', 0x17],
  ['0', 0x1d],
  ['P', 0x23],
  ['L', 0x25],
  ['.', 0x2f],
  ['Space', 0x31],
  ['RightAlt', 0x3d],
  ['F9', 0x65],
])('gives %s the key code %i', (key, code) => {
  expect(macKeyCodeOf(key)).toBe(code);
});

test('has a code of its own for every key that a shortcut can have', () => {
  const names = [
    ...Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789`-=[]\\;',./"),
    ...Array.from({ length: 20 }, (_, index) => `F${index + 1}`),
    ...['Space', 'Tab', 'Enter', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp'],
    ...['PageDown', 'Up', 'Down', 'Left', 'Right', 'Escape'],
    ...['RightControl', 'RightAlt', 'RightShift', 'RightSuper'],
  ];
  const codes = names.map((name) => {
    const chord = parseAccelerator(
      name.startsWith('Right') && name !== 'Right' ? name : `Control+${name}`,
      true,
    );
    return chord && macKeyCodeOf(chord.key);
  });
  expect(codes).not.toContain(null);
  expect(new Set(codes).size).toBe(names.length);
});

test('knows no key that Apple has no code for', () => {
  expect(macKeyCodeOf('F21')).toBe(null);
});
