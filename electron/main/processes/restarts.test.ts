import { expect, test } from 'vitest';
import { Restarts } from './restarts.ts';
import { mainTuning } from '../time/tuning.ts';

test('each try waits longer than the one before, and the fourth in a minute is not made', () => {
  const restarts = new Restarts();
  const delays = [0, 1_000, 5_000, 30_000].map((nowMs) => restarts.next(nowMs));
  expect(delays).toEqual([...mainTuning.restartDelaysMs, null]);
});

test('failures older than a minute do not count', () => {
  const restarts = new Restarts();
  for (const nowMs of [0, 1_000, 2_000]) restarts.next(nowMs);
  expect(restarts.next(62_001)).toBe(mainTuning.restartDelaysMs[0]);
});
