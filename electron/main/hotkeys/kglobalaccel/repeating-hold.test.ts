import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tuning } from '#core/tuning.ts';
import { RepeatingHold } from './repeating-hold.ts';
import { mainTuning } from '../../time/tuning.ts';

let reported: string[];
let hold: RepeatingHold;

beforeEach(() => {
  vi.useFakeTimers();
  reported = [];
  hold = new RepeatingHold((type) => reported.push(type));
});
afterEach(() => vi.useRealTimers());

/** The key is down, and the desktop repeats it after a delay. */
function keepDown(delayMs: number, periodMs: number, count: number): void {
  hold.press();
  vi.advanceTimersByTime(delayMs);
  for (let repeat = 0; repeat < count; repeat += 1) {
    hold.press();
    vi.advanceTimersByTime(periodMs);
  }
}

test.each([
  ['at the usual pace', 660, 40],
  ['after a long delay', 3_000, 40],
  ['slowly', 660, 400],
])('a key that stays down and repeats %s is one hold', (_pace, delayMs, periodMs) => {
  keepDown(delayMs, periodMs, 20);
  expect(reported).toEqual(['press']);
  hold.release();
  vi.advanceTimersByTime(10_000);
  expect(reported).toEqual(['press', 'release']);
});

test('a key that another one keeps from repeating stays held', () => {
  keepDown(660, 40, 5);
  vi.advanceTimersByTime(60_000);
  expect(reported).toEqual(['press']);
});

test.each([0, 5])('after a lost release and %i repeats the next press ends the hold', (count) => {
  keepDown(660, 40, count);
  vi.advanceTimersByTime(2_000);
  hold.press();
  vi.advanceTimersByTime(mainTuning.repeatFollowsMs);
  expect(reported).toEqual(['press', 'release']);
  hold.release();
  hold.press();
  expect(reported).toEqual(['press', 'release', 'press']);
});

test('the release of that next press ends the hold at once', () => {
  keepDown(660, 40, 5);
  vi.advanceTimersByTime(2_000);
  hold.press();
  hold.release();
  expect(reported).toEqual(['press', 'release']);
});

test('late repeats that come together are no new press', () => {
  keepDown(660, 40, 5);
  vi.advanceTimersByTime(3_000);
  for (let repeat = 0; repeat < 75; repeat += 1) hold.press();
  vi.advanceTimersByTime(mainTuning.repeatFollowsMs);
  expect(reported).toEqual(['press']);
});

test('a hold ends after the longest duration', () => {
  hold.press();
  vi.advanceTimersByTime(tuning.longestHoldMs);
  expect(reported).toEqual(['press', 'release']);
});
