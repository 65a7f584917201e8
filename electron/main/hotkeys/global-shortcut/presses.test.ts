import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Presses } from './presses.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** When the app hears of a press, for a grab that tells these, in milliseconds. */
function heard(toldAtMs: number[]): number[] {
  const startMs = performance.now();
  const heardAtMs: number[] = [];
  const presses = new Presses(() => heardAtMs.push(performance.now() - startMs));
  for (const atMs of toldAtMs) {
    vi.advanceTimersByTime(atMs - (performance.now() - startMs));
    presses.hear();
  }
  vi.advanceTimersByTime(5_000);
  return heardAtMs;
}

/** A key that is down from then on for so long, as X11 tells it unless told otherwise. */
const held = (fromMs: number, forMs: number, delayMs = 660, periodMs = 40): number[] => {
  const toldAtMs = [fromMs];
  for (let atMs = fromMs + delayMs; atMs < fromMs + forMs; atMs += periodMs) toldAtMs.push(atMs);
  return toldAtMs;
};

test('a press is heard at once', () => {
  expect(heard([0, 2_000, 9_000])).toEqual([0, 2_000, 9_000]);
});

test.each([
  ['as X11 repeats it', 660, 40],
  ['as Windows does at its slowest', 1_000, 100],
  ['as somebody does who set it fast', 200, 15],
])('a key that stays down is one press, %s', (_how, delayMs, periodMs) => {
  expect(heard(held(0, 4_000, delayMs, periodMs))).toEqual([0]);
});

test('the next press after a long hold is heard', () => {
  expect(heard([...held(0, 3_000), 4_500])).toEqual([0, 4_500]);
});

test('two quick presses are two, the second a moment late', () => {
  expect(heard([0, 400])).toEqual([0, 520]);
});
