import { expect, test } from 'vitest';
import { insertionTuning as tuning } from '../tuning.ts';
import { ClipboardWatchers } from './clipboard-watchers.ts';

const manager = 41;

/** Watchers after a first insertion at 0 ms, which another copy follows at 0 ms. */
function afterFirst(read: (watchers: ClipboardWatchers) => void = () => undefined) {
  const watchers = new ClipboardWatchers();
  watchers.copied(0);
  read(watchers);
  expect(watchers.isWaitOver(tuning.firstWatchersReadMs)).toBe(true);
  watchers.waited();
  watchers.copied(0);
  return watchers;
}

const isQuick = (watchers: ClipboardWatchers): boolean =>
  watchers.isWaitOver(tuning.watchersReadMs);

test('the first key waits longer, because nobody is known yet', () => {
  const watchers = new ClipboardWatchers();
  watchers.copied(0);
  expect(isQuick(watchers)).toBe(false);
  expect(watchers.isWaitOver(tuning.firstWatchersReadMs)).toBe(true);
});

test('without a watcher later keys wait a moment only', () => {
  const watchers = afterFirst();
  expect(watchers.isWaitOver(tuning.watchersReadMs - 1)).toBe(false);
  expect(isQuick(watchers)).toBe(true);
});

test('the key waits for a watcher that is late', () => {
  const watchers = afterFirst((first) => first.read(manager, 1));
  expect(watchers.isWaitOver(tuning.firstWatchersReadMs)).toBe(false);
  watchers.read(manager, tuning.firstWatchersReadMs);
  expect(watchers.isWaitOver(tuning.firstWatchersReadMs)).toBe(true);
});

test('a watcher that has ended is waited for once', () => {
  const watchers = afterFirst((first) => first.read(manager, 1));
  expect(watchers.isWaitOver(tuning.knownWatchersReadMs)).toBe(true);
  watchers.waited();
  watchers.copied(0);
  expect(isQuick(watchers)).toBe(true);
});

test.each([
  ['that waits on purpose before it reads', manager, tuning.quickWatchersReadMs + 1],
  ['that reads without a window, and so without a name', 0, 1],
])('a program %s is not waited for', (_what, processId, atMs) => {
  const watchers = afterFirst();
  watchers.read(processId, atMs);
  watchers.waited();
  watchers.copied(0);
  expect(isQuick(watchers)).toBe(true);
});
