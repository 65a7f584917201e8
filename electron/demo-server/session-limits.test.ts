import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Refusal } from './refusal.ts';
import { watchLimits, type LimitsWatch } from './session-limits.ts';

let refusals: Refusal[];

beforeEach(() => {
  refusals = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

const watch = (maxSessionSeconds: number, inactivityTimeoutSeconds?: number): LimitsWatch =>
  watchLimits({ maxSessionSeconds, inactivityTimeoutSeconds, secondMs: 1_000 }, (refusal) =>
    refusals.push(refusal),
  );

it('ends a session at its longest duration, whatever is said', () => {
  const { onMessage } = watch(60, 59);
  vi.advanceTimersByTime(59_000 - 1);
  onMessage();
  vi.advanceTimersByTime(1_000);
  expect(refusals).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(refusals).toMatchObject([{ code: 3008 }]);
});

it('ends a session in which no message came for too long', () => {
  const { onMessage } = watch(60, 5);
  vi.advanceTimersByTime(4_000);
  onMessage();
  vi.advanceTimersByTime(4_999);
  expect(refusals).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(refusals).toEqual([{ code: 3006, error: 'No messages received for 5 seconds' }]);
});

it('puts up with silence when no timeout is set', () => {
  watch(60);
  vi.advanceTimersByTime(59_999);
  expect(refusals).toEqual([]);
});

it('says nothing after it was stopped', () => {
  const { onMessage, stop } = watch(60, 5);
  onMessage();
  stop();
  vi.runAllTimers();
  expect(refusals).toEqual([]);
});
