import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Presses } from './presses.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** When the app learns of a press, for a grab that reports these times, in milliseconds. */
function heard(reportedAtMs: number[]): number[] {
  const startMs = performance.now();
  const heardAtMs: number[] = [];
  const presses = new Presses(() => heardAtMs.push(performance.now() - startMs));
  for (const atMs of reportedAtMs) {
    vi.advanceTimersByTime(atMs - (performance.now() - startMs));
    presses.hear();
  }
  vi.advanceTimersByTime(5_000);
  return heardAtMs;
}

/** The reports of X11 for a key that is down from a time for a duration, both in milliseconds. */
const held = (fromMs: number, forMs: number, delayMs = 660, periodMs = 40): number[] => {
  const reportedAtMs = [fromMs];
  for (let atMs = fromMs + delayMs; atMs < fromMs + forMs; atMs += periodMs)
    reportedAtMs.push(atMs);
  return reportedAtMs;
};

test('a press is heard at once', () => {
  expect(heard([0, 2_000, 9_000])).toEqual([0, 2_000, 9_000]);
});

test.each([
  ['as X11 repeats it', 660, 40],
  ['as Windows does at its slowest', 1_000, 100],
  ['at a fast repeat rate', 200, 15],
])('a key that stays down is one press, %s', (_how, delayMs, periodMs) => {
  expect(heard(held(0, 4_000, delayMs, periodMs))).toEqual([0]);
});

test('the next press after a long hold is heard', () => {
  expect(heard([...held(0, 3_000), 4_500])).toEqual([0, 4_500]);
});

test('two quick presses are two, the second a moment late', () => {
  expect(heard([0, 400])).toEqual([0, 520]);
});
