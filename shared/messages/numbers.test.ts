import { expect, test } from 'vitest';
import { counting, dollarsIn, withDecimal } from './numbers.ts';

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

test.each([
  ['en-US', 5, '$5'],
  ['en-US', 0.45, '$0.45'],
  ['en-US', 0.0001, '$0.01'],
  // Not a cent more for a sum that is not exact in binary.
  ['en-US', 0.1 + 0.2, '$0.30'],
  ['de', 1_000, '1.000\u00a0$'],
])('in %s, %d dollars are %s', (locale, amount, words) => {
  expect(dollarsIn(locale)(amount)).toBe(words);
});
