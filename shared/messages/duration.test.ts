import { expect, test } from 'vitest';
import { clock, duration } from './duration.ts';

test.each([
  [0, '0 s'],
  [0.2, '1 s'],
  [59, '59 s'],
  [59.1, '1 min 0 s'],
  [200, '3 min 20 s'],
  [3_599, '59 min 59 s'],
  [3_599.5, '1 h 0 min'],
  [3_600, '1 h 0 min'],
  [3_601, '1 h 1 min'],
  [100 * 3_600 + 60, '100 h 1 min'],
])('%d seconds are “%s”', (seconds, words) => {
  expect(duration(seconds)).toBe(words);
});

test.each([
  [0, '0:00'],
  [59.9, '0:59'],
  [600, '10:00'],
  [3_599, '59:59'],
  [3_725, '1:02:05'],
])('a position at %d seconds is “%s”', (seconds, words) => {
  expect(clock(seconds)).toBe(words);
});
