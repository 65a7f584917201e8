import { setImmediate as soon } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { problem } from '#shared/problem.ts';
import type { Insertion, Outcome, Target } from '../insertion/insertion.ts';
import { InsertionQueue } from './insertion-queue.ts';
import { KeyHold } from './key-hold.ts';
import { usualTextRules } from './text-rules.ts';
import { mainTuning } from '../time/tuning.ts';

/* The program that has the focus is replaced by one in memory. The tests move the clock. */
let typed: string[];
/** How long typing a text takes, in milliseconds. */
let typingMs: number;
let queue: InsertionQueue;
let keyHold: KeyHold;
/** Each returns the outcome of one insertion that types nothing. */
let refusals: (() => Outcome)[];
/** Whether another key was pressed, according to the key watch. */
let hadInput: boolean | null;
/** Whether Enter follows each text. */
let enter: 'pressed' | 'not-pressed' | undefined;

const editor: Target = { app: 'Editor', windowId: 1 };

const keyboardTaken: Outcome = { type: 'held', problem: problem('keyboard-taken', {}) };

const passes = (ms: number): unknown => vi.advanceTimersByTime(ms);

const insertion: Insertion = {
  focused: () => Promise.resolve(editor),
  insert: (text) => {
    const refused = refusals.shift()?.();
    if (refused !== undefined) return Promise.resolve(refused);
    passes(typingMs);
    typed.push(text);
    return Promise.resolve({ type: 'inserted', times: { keySentMs: 1, textReadMs: 2 }, enter });
  },
  dispose: () => Promise.resolve(),
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  typed = [];
  typingMs = 0;
  hadInput = false;
  enter = undefined;
  refusals = [];
  keyHold = new KeyHold();
  queue = new InsertionQueue(insertion, keyHold, () => () => hadInput);
});
afterEach(() => vi.useRealTimers());

test('a text continues the one before if its dictation began soon after it', async () => {
  await queue.insert('First.', editor);
  const askedAtMs = performance.now();
  passes(2 * mainTuning.followsMs);
  await queue.insert('Second.', editor, askedAtMs);
  expect(typed).toEqual(['First.', ' Second.']);
});

test('the time between two texts counts from the insertion of the first', async () => {
  typingMs = 2 * mainTuning.followsMs;
  await queue.insert('First.', editor);
  passes(mainTuning.followsMs - 1);
  await queue.insert('Second.', editor);
  expect(typed).toEqual(['First.', ' Second.']);
});

test('a text continues the one before if it had to wait for that insertion', async () => {
  typingMs = 2 * mainTuning.followsMs;
  await Promise.all([queue.insert('First.', editor), queue.insert('Second.', editor)]);
  expect(typed).toEqual(['First.', ' Second.']);
});

test('a later text stands alone, and so does one for another window', async () => {
  await queue.insert('First.', editor);
  passes(mainTuning.followsMs);
  await queue.insert('Second.', editor);
  await queue.insert('Third.', { app: 'Browser', windowId: 2 });
  expect(typed).toEqual(['First.', 'Second.', 'Third.']);
});

test('a text for another program with the id of a closed window stands alone', async () => {
  await queue.insert('First.', editor);
  await queue.insert('Second.', { ...editor, app: 'Browser' });
  expect(typed).toEqual(['First.', 'Second.']);
});

test('a text stands alone once the person has pressed something, such as Enter in a chat', async () => {
  await queue.insert('First.', editor);
  hadInput = true;
  await queue.insert('Second.', editor);
  expect(typed).toEqual(['First.', 'Second.']);
});

test('a text stands alone after one that Enter was pressed for', async () => {
  hadInput = null;
  enter = 'pressed';
  await queue.insert('First.', editor);
  enter = 'not-pressed';
  await queue.insert('Second.', editor);
  await queue.insert('Third.', editor);
  expect(typed).toEqual(['First.', 'Second.', ' Third.']);
});

test('a text stands alone if its rules say so', async () => {
  await queue.insert('First.', editor);
  const rules = { ...usualTextRules, continues: false };
  await queue.insert('Second.', editor, performance.now(), rules);
  expect(typed).toEqual(['First.', 'Second.']);
});

test('without a key watch, the window and the time decide', async () => {
  hadInput = null;
  await queue.insert('First.', editor);
  await queue.insert('Second.', editor);
  expect(typed).toEqual(['First.', ' Second.']);
});

/** Inserts a text, which nothing types before the release of the dictation key. */
async function expectInsertedAtRelease(): Promise<void> {
  const outcome = queue.insert('First.', editor);
  await soon();
  expect(typed).toEqual([]);
  keyHold.set(false);
  expect(await outcome).toMatchObject({ type: 'inserted' });
  expect(typed).toEqual(['First.']);
}

test('a text that comes while the dictation key is held is inserted after its release', async () => {
  keyHold.set(true);
  await expectInsertedAtRelease();
});

test('an insertion that the next press of the dictation key kept off is repeated after its release', async () => {
  refusals = [
    () => {
      keyHold.set(true);
      return keyboardTaken;
    },
  ];
  await expectInsertedAtRelease();
});

test('an insertion that another key kept off is not repeated', async () => {
  refusals = [() => keyboardTaken];
  expect(await queue.insert('First.', editor)).toEqual(keyboardTaken);
  expect(typed).toEqual([]);
});

test('the newest text can be removed, and then the one that it continued, in their own window', async () => {
  const erased: string[] = [];
  const erase = (text: string): Promise<boolean> => {
    erased.push(text);
    return Promise.resolve(true);
  };
  await queue.insert('First.', editor);
  await queue.insert('Second.', editor);
  expect(await queue.scratch({ app: 'Browser', windowId: 2 }, erase)).toBe(false);
  expect(await queue.scratch(null, erase)).toBe(false);
  expect(await queue.scratch(editor, () => Promise.resolve(false))).toBe(false);
  expect(erased).toEqual([]);
  expect(await queue.scratch(editor, erase)).toBe(true);
  expect(await queue.scratch(editor, erase)).toBe(true);
  expect(await queue.scratch(editor, erase)).toBe(false);
  expect(erased).toEqual([' Second.', 'First.']);
});

test('after a removal the text before it is continued', async () => {
  await queue.insert('First.', editor);
  await queue.insert('Wrong.', editor);
  await queue.scratch(editor, () => Promise.resolve(true));
  await queue.insert('Second.', editor);
  expect(typed.at(-1)).toBe(' Second.');
});
