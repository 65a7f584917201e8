import { expect, test } from 'vitest';
import { parseAccelerator } from '#shared/accelerator.ts';
import { qtKeyOf } from './qt-keys.ts';

test.each([
  ['Control+Alt+Space', 0x0c00_0020],
  ['Control+Alt+C', 0x0c00_0043],
  ['Control+Alt+Enter', 0x0d00_0004],
  ['Escape', 0x0100_0000],
  ['Super+F1', 0x1100_0030],
  ['Shift+F24', 0x0300_0047],
  ['Control+/', 0x0400_002f],
  ['F', 0x46],
])('%s has a number in Qt', (accelerator, expected) => {
  const chord = parseAccelerator(accelerator, false);
  expect(chord && qtKeyOf(chord)).toBe(expected);
});

test('a lone modifier has no number', () => {
  const chord = parseAccelerator('RightControl', false);
  expect(chord && qtKeyOf(chord)).toBe(null);
});
