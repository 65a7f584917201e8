import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tuning } from '#core/tuning.ts';
import { Hold } from './hold.ts';

let reported: string[];
let hold: Hold;

beforeEach(() => {
  vi.useFakeTimers();
  reported = [];
  hold = new Hold((type) => reported.push(type));
});
afterEach(() => vi.useRealTimers());

test('a press and its release are reported once', () => {
  hold.press();
  hold.release();
  hold.release();
  expect(reported).toEqual(['press', 'release']);
});

test('after a lost release the next press ends the hold, and its own release ends nothing', () => {
  hold.press();
  hold.press();
  expect(reported).toEqual(['press', 'release']);
  hold.release();
  expect(reported).toEqual(['press', 'release']);
  hold.press();
  expect(reported).toEqual(['press', 'release', 'press']);
});

test('a hold ends after the longest duration', () => {
  hold.press();
  vi.advanceTimersByTime(tuning.longestHoldMs - 1);
  expect(reported).toEqual(['press']);
  vi.advanceTimersByTime(1);
  expect(reported).toEqual(['press', 'release']);
});
