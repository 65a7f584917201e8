import { expect, test } from 'vitest';
import { counting, withDecimal } from './numbers.ts';

test.each([
  ['en-GB', 0, '0 words'],
  ['en-GB', 1, '1 word'],
  ['en-GB', 1_500, '1,500 words'],
  ['de', 1_500, '1.500 words'],
  ['fr', 0, '0 word'],
  ['fr', 2, '2 words'],
])('in %s, %d is “%s”', (locale, count, words) => {
  expect(counting(locale)(count, 'word', 'words')).toBe(words);
});

test('a decimal has the mark of its language', () => {
  expect([withDecimal('en-GB', 4), withDecimal('de', 4.49)]).toEqual(['4.0', '4,5']);
});
