import { expect, test } from 'vitest';
import { replaceWords } from './replacements.ts';

test.each([
  ['ซื้อiphoneใหม่', 'ซื้อiPhoneใหม่'],
  // The first of these ends with the sign of a tone.
  ['ที่iphoneใหม่', 'ที่iPhoneใหม่'],
  ['မြို့iphone', 'မြို့iPhone'],
])('a word begins where a script without spaces ends: “%s”', (text, expected) => {
  expect(replaceWords(text, [{ from: 'iphone', to: 'iPhone' }])).toBe(expected);
});
