import { beforeEach, expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import { failed, ok } from '#shared/result.ts';
import { TaskQueue } from '../../task-queue.ts';
import type { Outcome } from './insertion.ts';
import { TextClipboard } from './text-clipboard.ts';
import type { CopyOutcome } from './undoable-clipboard.ts';

/* A desktop's clipboard, and that of Electron, which record what is done on them. */
let outcome: CopyOutcome;
let left: Outcome | null;
let isElectronBroken: boolean;
let done: string[];
let insertions: TaskQueue;
let clipboard: TextClipboard;

const onClipboard: Outcome = { type: 'on-clipboard', problem: null };
const contended: Outcome = { type: 'held', problem: problem('clipboard-contended', {}) };
const notCopied = failed(problem('not-copied', {}));

beforeEach(() => {
  outcome = 'can-undo';
  left = null;
  isElectronBroken = false;
  done = [];
  insertions = new TaskQueue();
  clipboard = new TextClipboard({
    clipboard: {
      copy: (text) => {
        done.push(`copy ${text}`);
        return Promise.resolve(outcome);
      },
      undo: () => {
        done.push('undo');
        return Promise.resolve(true);
      },
      accept: () => {
        done.push('accept');
        return Promise.resolve();
      },
    },
    leave: (text) => {
      done.push(`leave ${text}`);
      return Promise.resolve(left);
    },
    copyText: (text) => {
      if (isElectronBroken) return Promise.reject(new Error('no clipboard'));
      done.push(`electron ${text}`);
      return Promise.resolve();
    },
    inTurn: (work) => insertions.run(work),
  });
});

test('the desktop copies what can be undone', async () => {
  expect(await clipboard.copy('Hi.')).toBe('can-undo');
  expect(await clipboard.undo()).toBe(true);
  expect(done).toEqual(['copy Hi.', 'undo']);
});

test('where it cannot, Electron copies, which cannot be undone', async () => {
  outcome = 'failed';
  expect(await clipboard.copy('Hi.')).toBe('cannot-undo');
  expect(done).toEqual(['copy Hi.', 'leave Hi.', 'electron Hi.']);
});

test('a desktop with a clipboard of its own keeps Electron from copying', async () => {
  left = onClipboard;
  expect(await clipboard.copyText('Hi.')).toEqual(ok(null));
  expect(done).toEqual(['leave Hi.']);
});

test('a text that the desktop holds was not copied', async () => {
  outcome = 'failed';
  left = contended;
  expect(await clipboard.copyText('Hi.')).toEqual(notCopied);
  expect(await clipboard.copy('Hi.')).toBe('failed');
  expect(done).not.toContain('electron Hi.');
});

test('a text that Electron cannot write was not copied', async () => {
  outcome = 'failed';
  isElectronBroken = true;
  expect(await clipboard.copyText('Hi.')).toEqual(notCopied);
  expect(await clipboard.copy('Hi.')).toBe('failed');
});

test('an empty text is no failure, and changes nothing', async () => {
  left = { type: 'held', problem: problem('nothing-said', {}) };
  expect(await clipboard.copyText('')).toEqual(ok(null));
  expect(done).toEqual([]);
});

test('every call waits for the insertion that is under way', async () => {
  const insertion = Promise.withResolvers<undefined>();
  void insertions.run(() => insertion.promise.then(() => void done.push('inserted')));
  const calls = [
    clipboard.copyText('Report'),
    clipboard.copy('Hi.'),
    clipboard.undo(),
    clipboard.accept(),
  ];
  await Promise.resolve();
  expect(done).toEqual([]);
  insertion.resolve(undefined);
  await Promise.all(calls);
  const expected = ['inserted', 'leave Report', 'electron Report', 'copy Hi.', 'undo', 'accept'];
  expect(done).toEqual(expected);
});
