import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tuning } from '#core/tuning.ts';
import type { Delivery, Target } from '../delivery/delivery.ts';
import { Insertion } from './insertion.ts';
import { KeyHold } from './key-hold.ts';

/* The program that has the focus is the edge, and stands in memory; time passes when it is told to. */
let typed: string[];
/** How long a text takes to be typed. */
let typingMs: number;
let insertion: Insertion;
/** Whether something else was pressed, as the key watch has it. */
let hadInput: boolean | null;

const editor: Target = { app: 'Editor', windowId: 1 };

const passes = (ms: number): unknown => vi.advanceTimersByTime(ms);

const delivery: Delivery = {
  focused: () => Promise.resolve(editor),
  deliver: (text) => {
    passes(typingMs);
    typed.push(text);
    return Promise.resolve({ type: 'delivered', times: { keySentMs: 1, textReadMs: 2 } });
  },
  dispose: () => Promise.resolve(),
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  typed = [];
  typingMs = 0;
  hadInput = false;
  insertion = new Insertion(delivery, new KeyHold(), () => () => hadInput);
});
afterEach(() => vi.useRealTimers());

test('a text follows the one before if it was asked for soon, whenever it is there', async () => {
  await insertion.insert('First.', editor);
  const askedAtMs = performance.now();
  passes(2 * tuning.followsMs);
  await insertion.insert('Second.', editor, askedAtMs);
  expect(typed).toEqual(['First.', ' Second.']);
});

test('what is soon counts from when the one before was there', async () => {
  typingMs = 2 * tuning.followsMs;
  await insertion.insert('First.', editor);
  passes(tuning.followsMs - 1);
  await insertion.insert('Second.', editor);
  expect(typed).toEqual(['First.', ' Second.']);
});

test('a text that waits for the one before was asked for before that', async () => {
  typingMs = 2 * tuning.followsMs;
  await Promise.all([insertion.insert('First.', editor), insertion.insert('Second.', editor)]);
  expect(typed).toEqual(['First.', ' Second.']);
});

test('a text that is asked for later stands alone, and so does one for another window', async () => {
  await insertion.insert('First.', editor);
  passes(tuning.followsMs);
  await insertion.insert('Second.', editor);
  await insertion.insert('Third.', { app: 'Browser', windowId: 2 });
  expect(typed).toEqual(['First.', 'Second.', 'Third.']);
});

test('a text stands alone once the person has pressed something, such as Enter in a chat', async () => {
  await insertion.insert('First.', editor);
  hadInput = true;
  await insertion.insert('Second.', editor);
  expect(typed).toEqual(['First.', 'Second.']);
});

test('where nobody hears what is pressed, the window and the time decide', async () => {
  hadInput = null;
  await insertion.insert('First.', editor);
  await insertion.insert('Second.', editor);
  expect(typed).toEqual(['First.', ' Second.']);
});
