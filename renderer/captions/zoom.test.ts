import { expect, test } from 'vitest';
import { sizeAfterKey, sizeAfterWheel } from './zoom.ts';

const held = { ctrlKey: true, metaKey: false, altKey: false };

test.each([
  ['+', 28, 30],
  ['=', 28, 30],
  ['-', 28, 26],
  ['0', 50, 28],
  ['+', 63, 64],
  ['+', 64, 64],
  ['-', 19, 18],
  ['-', 18, 18],
])('Ctrl with %s makes %i px %i px', (key, before, after) => {
  expect(sizeAfterKey(before, { ...held, key })).toBe(after);
  expect(sizeAfterKey(before, { ...held, ctrlKey: false, metaKey: true, key })).toBe(after);
});

test('other keys, and these without Ctrl or with Alt, change nothing', () => {
  expect(sizeAfterKey(28, { ...held, key: 'c' })).toBeNull();
  expect(sizeAfterKey(28, { ...held, ctrlKey: false, key: '+' })).toBeNull();
  expect(sizeAfterKey(28, { ...held, altKey: true, key: '+' })).toBeNull();
});

test('the wheel zooms while Ctrl is held, and only then', () => {
  expect(sizeAfterWheel(28, { ctrlKey: true, deltaY: -120 })).toBe(30);
  expect(sizeAfterWheel(28, { ctrlKey: true, deltaY: 3 })).toBe(26);
  expect(sizeAfterWheel(28, { ctrlKey: true, deltaY: 0 })).toBeNull();
  expect(sizeAfterWheel(28, { ctrlKey: false, deltaY: 120 })).toBeNull();
});
