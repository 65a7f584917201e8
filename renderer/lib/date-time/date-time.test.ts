import { expect, test } from 'vitest';
import { dateTimeWords } from './date-time.ts';

const at = (day: number, hour: number, minute: number): number =>
  new Date(2026, 9, day, hour, minute).getTime();

test.each([
  ['today', at(10, 9, 5), at(10, 23, 0), 'Saturday, 09:05'],
  ['five days ago', at(5, 14, 2), at(10, 14, 2), 'Monday, 14:02'],
  ['a week ago', at(3, 14, 2), at(10, 14, 2), '3 October 2026, 14:02'],
])('%s is written so that the day is clear', (_what, atMs, nowMs, words) => {
  expect(dateTimeWords(atMs, nowMs)).toBe(words);
});
