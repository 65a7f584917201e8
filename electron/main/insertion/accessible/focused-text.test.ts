import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Clock } from '../port.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import { AccessibleProgram, type Widget } from './accessible-program.fixture.ts';
import { FocusedText, mostCalls } from './focused-text.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const clock: Clock = {
  nowMs: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

/** Searches while the clock moves as far as the search waits. Resolves with how long that is, too. */
async function find(program: AccessibleProgram) {
  const startMs = performance.now();
  const found = FocusedText.find(program, undefined, clock);
  let isFound = false;
  void found.then(() => (isFound = true));
  await vi.advanceTimersByTimeAsync(0);
  while (!isFound) await vi.advanceTimersToNextTimerAsync();
  return { focused: await found, waitedMs: performance.now() - startMs };
}

const chain = (depth: number, end: Widget): Widget =>
  depth === 0 ? end : { children: [{ isSilent: true }, chain(depth - 1, end)] };

test('the widget with the focus is found beside one that does not answer', async () => {
  const program = new AccessibleProgram({ isSilent: true }, { children: [{ isFocused: true }] });
  program.text = 'Said.';
  const { focused } = await find(program);
  expect(await focused?.length()).toBe(5);
});

test('a program that hangs is searched for a bounded time, however deep it is', async () => {
  const { focused, waitedMs } = await find(new AccessibleProgram(chain(20, { isFocused: true })));
  expect(focused).toBeNull();
  expect(waitedMs).toBe(tuning.accessibleSearchMs);
});

test('a program with many widgets is asked for some of them only', async () => {
  const many = Array.from({ length: mostCalls }, (): Widget => ({}));
  const program = new AccessibleProgram(...many, { isFocused: true });
  const { focused } = await find(program);
  expect(focused).toBeNull();
  expect(program.calls).toBeLessThanOrEqual(mostCalls);
});
