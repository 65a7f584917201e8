import { expect, test } from 'vitest';
import { CrashBackoff } from './crash-backoff.ts';

/** The delays for a page that crashes this long after each load, in milliseconds. */
const delaysOf = (crashes: number, livesMs: number): number[] => {
  const backoff = new CrashBackoff();
  let nowMs = 1_000;
  return Array.from({ length: crashes }, () => {
    const delayMs = backoff.next(nowMs);
    nowMs += delayMs + livesMs;
    return delayMs;
  });
};

test('a page that crashes on every load is reloaded ever more rarely, but never given up', () => {
  expect(delaysOf(9, 100)).toEqual([
    500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
  ]);
});

test('a page that crashes now and then is reloaded at once each time', () => {
  expect(delaysOf(4, 61_000)).toEqual([500, 500, 500, 500]);
});
