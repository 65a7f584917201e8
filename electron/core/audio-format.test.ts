import { expect, test } from 'vitest';
import { millisecondsOf, samplesIn } from './audio-format.ts';

test('a second is 16,000 samples, and back', () => {
  expect(samplesIn(1_000)).toBe(16_000);
  expect(millisecondsOf(16_000)).toBe(1_000);
});

test('a part of a sample does not count', () => {
  expect(samplesIn(0.1)).toBe(1);
  expect(samplesIn(0.06)).toBe(0);
});

test('a single sample has a length', () => {
  expect(millisecondsOf(1)).toBe(0.0625);
});
