import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endWithoutTrust } from './trust.ts';
import { keyWatchTuning as tuning } from './tuning.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('the process ends once, as soon as a check finds the permission gone', () => {
  let isTrusted = true;
  let ends = 0;
  endWithoutTrust(
    () => isTrusted,
    () => (ends += 1),
  );
  vi.advanceTimersByTime(10 * tuning.trustCheckMs);
  expect(ends).toBe(0);
  isTrusted = false;
  vi.advanceTimersByTime(tuning.trustCheckMs);
  expect(ends).toBe(1);
  vi.advanceTimersByTime(10 * tuning.trustCheckMs);
  expect(ends).toBe(1);
});
