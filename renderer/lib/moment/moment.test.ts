import { expect, test } from 'vitest';
import { momentWords } from './moment.ts';

const at = (day: number, hour: number, minute: number): number =>
  new Date(2026, 9, day, hour, minute).getTime();

test.each([
  ['today', at(10, 9, 5), at(10, 23, 0), 'Saturday, 09:05'],
  ['five days ago', at(5, 14, 2), at(10, 14, 2), 'Monday, 14:02'],
  ['a week ago', at(3, 14, 2), at(10, 14, 2), '3 October 2026, 14:02'],
])('%s is told so that it is clear which day it was', (_what, atMs, nowMs, words) => {
  expect(momentWords(atMs, nowMs)).toBe(words);
});
