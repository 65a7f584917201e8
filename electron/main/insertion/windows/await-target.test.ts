import { expect, test } from 'vitest';
import { insertionTuning } from '../tuning.ts';
import { awaitTarget } from './await-target.ts';

const notepad = { app: 'notepad', windowId: 7 };

/** A clock that moves only by sleeping. */
function openClock() {
  let nowMs = 0;
  const sleep = (ms: number): Promise<void> => {
    nowMs += ms;
    return Promise.resolve();
  };
  return { nowMs: () => nowMs, sleep };
}

test('a window that has the keyboard is returned at once', async () => {
  const clock = openClock();
  expect(await awaitTarget(() => notepad, clock)).toEqual(notepad);
  expect(clock.nowMs()).toBe(0);
});

test('the next window is awaited while the keyboard passes to it', async () => {
  const answers = [null, null, notepad];
  expect(await awaitTarget(() => answers.shift() ?? null, openClock())).toEqual(notepad);
});

test('an empty desktop has no target', async () => {
  const clock = openClock();
  expect(await awaitTarget(() => null, clock)).toBeNull();
  expect(clock.nowMs()).toBeGreaterThanOrEqual(insertionTuning.foregroundPassesMs);
});
