import { beforeEach, expect, test } from 'vitest';
import { besideOwnWindow, inOwnWindow } from './beside-own-window.ts';
import type { Delivery, Outcome, Target } from './delivery.ts';

const panel: Target = { app: 'CaptionKey', windowId: 1 };
const editor: Target = { app: 'Editor', windowId: 2 };

let focused: Target | null;
let takesText: boolean;
/** Whether the person wants texts on the clipboard. */
let isChoice: boolean;
let delivered: (Target | null)[];
let delivery: Delivery;

const noTarget = { code: 'no-target', sentence: 'No window.' };

beforeEach(() => {
  focused = panel;
  takesText = false;
  isChoice = false;
  delivered = [];
  const outcomeFor = (target: Target | null): Outcome => {
    if (isChoice) return { type: 'on-clipboard', problem: null };
    return target === null
      ? { type: 'on-clipboard', problem: noTarget }
      : { type: 'delivered', times: { keySentMs: 1, textReadMs: 2 } };
  };
  delivery = besideOwnWindow(
    {
      focused: () => Promise.resolve(focused),
      deliver: (_text, target) => {
        delivered.push(target);
        return Promise.resolve(outcomeFor(target));
      },
      dispose: () => Promise.resolve(),
    },
    {
      get hasFocus() {
        return focused === panel;
      },
      takesText: () => Promise.resolve(takesText),
    },
  );
});

test('without a text field in the own window, the text is on the clipboard, and that is said', async () => {
  expect(await delivery.deliver('Dictated', panel)).toEqual({
    type: 'on-clipboard',
    problem: inOwnWindow,
  });
  expect(delivered).toEqual([null]);
});

test('a text field of the own window gets the text', async () => {
  takesText = true;
  expect(await delivery.deliver('Dictated', panel)).toMatchObject({ type: 'delivered' });
  expect(delivered).toEqual([panel]);
});

test('what belongs to another window is left to the delivery, whichever has the focus', async () => {
  await delivery.deliver('Dictated', editor);
  focused = editor;
  await delivery.deliver('Dictated', editor);
  await delivery.deliver('Dictated', panel);
  await delivery.deliver('Dictated', null);
  expect(delivered).toEqual([editor, editor, panel, null]);
});

test('where texts go to the clipboard by choice, there is no problem', async () => {
  isChoice = true;
  expect(await delivery.deliver('Dictated', panel)).toEqual({
    type: 'on-clipboard',
    problem: null,
  });
});
