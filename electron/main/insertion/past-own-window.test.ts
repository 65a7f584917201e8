import { expect, test } from 'vitest';
import type { Outcome, Target } from './insertion.ts';
import { pastOwnWindow } from './past-own-window.ts';
import type { Clock } from './port.ts';
import { insertionTuning as tuning } from './tuning.ts';

/* A desktop whose focus moves each time it is read, and a clock that moves only by sleeping. */
const panel: Target = { app: 'CaptionKey', windowId: 1, processId: process.pid };
const withoutWindow: Target = { app: 'CaptionKey', windowId: -10, processId: process.pid };
const editor: Target = { app: 'Editor', windowId: 2, processId: process.pid + 1 };

const inserted: Outcome = { type: 'inserted', times: { keySentMs: 1, textReadMs: 2 } };

/** Inserts while the focus goes through these windows, and stays in the last. */
async function insertThrough(focus: (Target | null)[], hasFocus = true) {
  let nowMs = 0;
  const clock: Clock = {
    nowMs: () => nowMs,
    sleep: (ms) => {
      nowMs += ms;
      return Promise.resolve();
    },
  };
  const done: string[] = [];
  const targets: (Target | null)[] = [];
  const own = {
    hasFocus,
    stepAside: () => done.push('step aside'),
    comeBack: () => done.push('come back'),
  };
  const focused = () => Promise.resolve((focus.length > 1 ? focus.shift() : focus[0]) ?? null);
  const insert = (target: Target | null) => {
    targets.push(target);
    done.push('insert');
    return Promise.resolve(inserted);
  };
  const outcome = await pastOwnWindow(own, { focused }, insert, clock);
  return { outcome, done, targets, tookMs: nowMs };
}

test('the window of the app steps aside until the text is inserted in the next window', async () => {
  const { outcome, done, targets } = await insertThrough([panel, panel, null, editor]);
  expect(outcome).toBe(inserted);
  expect(targets).toEqual([editor]);
  expect(done).toEqual(['step aside', 'insert', 'come back']);
});

test('an app that is in front without a window is not the target of its own text', async () => {
  const { targets } = await insertThrough([panel, withoutWindow, editor]);
  expect(targets).toEqual([editor]);
});

test('another window of the app is not the target either', async () => {
  const { targets, tookMs } = await insertThrough([panel, { ...panel, windowId: 3 }]);
  expect(targets).toEqual([null]);
  expect(tookMs).toBeGreaterThanOrEqual(tuning.focusPassesTimeoutMs);
});

test('where processes are not reported, each other window is a target', async () => {
  const { targets } = await insertThrough([
    { app: 'CaptionKey', windowId: 1 },
    { app: 'Editor', windowId: 2 },
  ]);
  expect(targets).toEqual([{ app: 'Editor', windowId: 2 }]);
});

test('a program that has just got the focus is the target, though the app does not know it yet', async () => {
  const { done, targets } = await insertThrough([editor]);
  expect(targets).toEqual([editor]);
  expect(done).toEqual(['insert']);
});

test('nothing steps aside for a window that has the focus already, or if none is known', async () => {
  expect((await insertThrough([editor], false)).done).toEqual(['insert']);
  expect((await insertThrough([null])).done).toEqual(['insert']);
});
