import { expect, test } from 'vitest';
import { ExactSilence } from './exact-silence.ts';

const hear = (...levels: number[]): (string | null)[] => {
  const silence = new ExactSilence();
  return levels.map((level) => silence.hear(level, 4_000));
};

test('a second of exact zeros is reported once', () => {
  expect(hear(0, 0, 0, 0, 0)).toEqual([null, null, null, 'began', null]);
});

test('the faintest sound ends the exact silence', () => {
  expect(hear(0, 0, 0, 0, 1e-5, 0)).toEqual([null, null, null, 'began', 'ended', null]);
});

test('a soft room is no exact silence', () => {
  expect(hear(0, 0, 0, 1e-5, 0, 0, 0)).toEqual(Array(7).fill(null));
});
