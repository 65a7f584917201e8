import { expect, test } from 'vitest';
import { parseAccelerator } from '#shared/accelerator.ts';
import { virtualKeyOf } from './virtual-keys.ts';

test.each([
  ['Space', 0x20],
  ['C', 0x43],
  ['9', 0x39],
  ['F9', 0x78],
  ['F24', 0x87],
  ['RightAlt', 0xa5],
  [';', 0xba],
])('gives %s the virtual-key code %i', (key, code) => {
  expect(virtualKeyOf(key)).toBe(code);
});

test('has a code for every key that a shortcut can have', () => {
  const names = [
    ...Array.from("ABCXYZ0189`-=[]\\;',./"),
    ...['F1', 'F12', 'F24', 'Space', 'Tab', 'Enter', 'Backspace', 'Delete', 'Insert', 'Home'],
    ...['End', 'PageUp', 'PageDown', 'Up', 'Down', 'Left', 'Right', 'Escape'],
    ...['RightControl', 'RightAlt', 'RightShift', 'RightSuper'],
  ];
  for (const name of names) {
    const chord = parseAccelerator(name.startsWith('Right') ? name : `Control+${name}`, false);
    expect(chord && virtualKeyOf(chord.key), name).toBeTypeOf('number');
  }
});
