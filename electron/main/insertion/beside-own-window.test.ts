import { beforeEach, expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import { besideOwnWindow, inOwnWindow } from './beside-own-window.ts';
import type { Insertion, Outcome, Target } from './insertion.ts';

const panel: Target = { app: 'CaptionKey', windowId: 1 };
const editor: Target = { app: 'Editor', windowId: 2 };

let focused: Target | null;
let takesText: boolean;
/** What the app knows of its own window. */
let hasFocus: () => boolean;
/** Whether the person wants texts on the clipboard. */
let isChoice: boolean;
let inserted: (Target | null)[];
let insertion: Insertion;

const noTarget = problem('no-target', {});

beforeEach(() => {
  focused = panel;
  takesText = false;
  hasFocus = () => focused === panel;
  isChoice = false;
  inserted = [];
  const outcomeFor = (target: Target | null): Outcome => {
    if (isChoice) return { type: 'on-clipboard', problem: null };
    return target === null
      ? { type: 'on-clipboard', problem: noTarget }
      : { type: 'inserted', times: { keySentMs: 1, textReadMs: 2 } };
  };
  insertion = besideOwnWindow(
    {
      focused: () => Promise.resolve(focused),
      insert: (_text, target) => {
        inserted.push(target);
        return Promise.resolve(outcomeFor(target));
      },
      dispose: () => Promise.resolve(),
    },
    {
      get hasFocus() {
        return hasFocus();
      },
      takesText: () => Promise.resolve(takesText),
    },
  );
});

test('the text is on the clipboard and a sentence says so if the own window has no text field', async () => {
  expect(await insertion.insert('Dictated', panel)).toEqual({
    type: 'on-clipboard',
    problem: inOwnWindow,
  });
  expect(inserted).toEqual([null]);
});

test('a text field of the own window receives the text', async () => {
  takesText = true;
  expect(await insertion.insert('Dictated', panel)).toMatchObject({ type: 'inserted' });
  expect(inserted).toEqual([panel]);
});

test('the insertion gets texts for other windows, whichever window has the focus', async () => {
  await insertion.insert('Dictated', editor);
  focused = editor;
  await insertion.insert('Dictated', editor);
  await insertion.insert('Dictated', panel);
  await insertion.insert('Dictated', null);
  expect(inserted).toEqual([editor, editor, panel, null]);
});

test('another program gets its text, though the app does not know yet that it lost the focus', async () => {
  const other = { ...editor, processId: process.pid + 1 };
  hasFocus = () => true;
  focused = other;
  await insertion.insert('Dictated', other);
  expect(inserted).toEqual([other]);
});

test('where processes are not reported, the app asks itself again after the desktop', async () => {
  const answers = [true, false];
  hasFocus = () => answers.shift() ?? false;
  focused = editor;
  await insertion.insert('Dictated', editor);
  expect(inserted).toEqual([editor]);
});

test('the clipboard by choice is no problem', async () => {
  isChoice = true;
  expect(await insertion.insert('Dictated', panel)).toEqual({
    type: 'on-clipboard',
    problem: null,
  });
});
