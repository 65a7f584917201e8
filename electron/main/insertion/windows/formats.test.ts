import { expect, test } from 'vitest';
import { canBePutBack } from './formats.ts';

test.each([
  [13, '', true],
  [8, '', true],
  [15, '', true],
  [0xc123, 'HTML Format', true],
  [0xc124, 'Rich Text Format', true],
  [2, '', false],
  [14, '', false],
  [0x201, '', false],
  [0x301, '', false],
  [0xc009, 'DataObject', false],
  [0xc013, 'Ole Private Data', false],
])('the format %i %s can be restored: %s', (format, name, expected) => {
  expect(canBePutBack(format, name)).toBe(expected);
});
