import { expect, test } from 'vitest';
import { insertionTuning as tuning } from '../tuning.ts';
import { ClipboardWatchers } from './clipboard-watchers.ts';

const manager = 41;

/** Watchers after a first insertion, at 0 ms, in which these processes have read. */
function afterFirst(...readers: number[]): ClipboardWatchers {
  const watchers = new ClipboardWatchers();
  watchers.copied(0);
  for (const reader of readers) watchers.read(reader, 1);
  expect(watchers.areDone(tuning.firstWatchersReadMs)).toBe(true);
  watchers.copied(0);
  return watchers;
}

test('the first key waits longer, because nobody is known yet', () => {
  const watchers = new ClipboardWatchers();
  watchers.copied(0);
  expect(watchers.areDone(tuning.watchersReadMs)).toBe(false);
  expect(watchers.areDone(tuning.firstWatchersReadMs)).toBe(true);
});

test('without a watcher later keys wait a moment only', () => {
  const watchers = afterFirst();
  expect(watchers.areDone(tuning.watchersReadMs - 1)).toBe(false);
  expect(watchers.areDone(tuning.watchersReadMs)).toBe(true);
});

test('the key waits for a watcher that is late', () => {
  const watchers = afterFirst(manager);
  expect(watchers.areDone(tuning.firstWatchersReadMs)).toBe(false);
  watchers.read(manager, tuning.firstWatchersReadMs);
  expect(watchers.areDone(tuning.firstWatchersReadMs)).toBe(true);
});

test('a watcher that has ended is waited for once', () => {
  const watchers = afterFirst(manager);
  expect(watchers.areDone(tuning.knownWatchersReadMs)).toBe(true);
  watchers.copied(0);
  expect(watchers.areDone(tuning.watchersReadMs)).toBe(true);
});

test('a program that reads much later is not waited for', () => {
  const watchers = afterFirst();
  watchers.read(manager, tuning.knownWatchersReadMs + 1);
  watchers.copied(0);
  expect(watchers.areDone(tuning.watchersReadMs)).toBe(true);
});
