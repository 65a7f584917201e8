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

it('ends a session at its longest duration, although messages come', () => {
  const { onMessage } = watch(60, 59);
  vi.advanceTimersByTime(59_000 - 1);
  onMessage();
  vi.advanceTimersByTime(1_000);
  expect(refusals).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(refusals).toMatchObject([{ code: 3008 }]);
});

it('ends a session after the inactivity timeout', () => {
  const { onMessage } = watch(60, 5);
  vi.advanceTimersByTime(4_000);
  onMessage();
  vi.advanceTimersByTime(4_999);
  expect(refusals).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(refusals).toEqual([{ code: 3006, error: 'No messages received for 5 seconds' }]);
});

it('does not end a session for inactivity without a timeout', () => {
  watch(60);
  vi.advanceTimersByTime(59_999);
  expect(refusals).toEqual([]);
});

it('does not call back after stop', () => {
  const { onMessage, stop } = watch(60, 5);
  onMessage();
  stop();
  vi.runAllTimers();
  expect(refusals).toEqual([]);
});
