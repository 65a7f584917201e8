import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import type { Child } from '../processes/child.ts';
import { selectInsertion, type InsertionSurroundings } from './select.ts';
import { startGnomeWorker } from './gnome/worker.fixture.ts';
import { startWorker } from './x11/worker.fixture.ts';

const helperWithoutCompositor: Child = {
  post: () => undefined,
  onMessage: (callback) => callback({ type: 'failed', code: 'no-compositor' }),
  onExit: () => undefined,
  kill: () => undefined,
};

/** A worker that only answers, because nothing of Windows exists here. */
const answering = `
  const { parentPort } = require('node:worker_threads');
  parentPort.on('message', ({ id, call }) => parentPort.postMessage({
    id,
    answer: call.name === 'focused' ? { app: 'Notepad', windowId: 7 } : null,
  }));
`;

const noLibraries = () => Promise.reject(new Error('This is not macOS.'));

const copied: string[] = [];
const select = (surroundings: Partial<InsertionSurroundings>) =>
  selectInsertion(
    {
      platform: 'linux',
      display: undefined,
      isWayland: false,
      swaySocket: undefined,
      busAddress: null,
      tokens: { load: () => Promise.resolve(null), save: () => Promise.resolve() },
      fork: () => helperWithoutCompositor,
      copyText: (text) => {
        copied.push(text);
        return Promise.resolve();
      },
      wantsClipboard: () => false,
      pastesIntoUnknown: () => false,
      isHotkeyHeld: () => false,
      ...surroundings,
    },
    {
      x11: startWorker,
      gnome: startGnomeWorker,
      windows: () => new Worker(answering, { eval: true }),
      macos: noLibraries,
    },
  );

test.each([
  ['on Wayland', { isWayland: true }, 'Wayland'],
  ['without a display', {}, 'No X display'],
] as const)('%s the text stays on the clipboard, with the reason', async (_, where, word) => {
  const insertion = select(where);
  const outcome = await insertion.insert('Dictated', null);
  expect(outcome.type).toBe('on-clipboard');
  expect(
    outcome.type === 'on-clipboard' && outcome.problem && sentenceOf(outcome.problem),
  ).toContain(word);
  expect(copied.splice(0)).toEqual(['Dictated']);
});

test('on Windows a thread inserts', async () => {
  const insertion = select({ platform: 'win32' });
  expect(await insertion.focused()).toEqual({ app: 'Notepad', windowId: 7 });
  await insertion.dispose();
});

test('on macOS its libraries insert, and a text is held if they cannot be loaded', async () => {
  const insertion = select({ platform: 'darwin' });
  expect(await insertion.insert('Dictated', { app: 'Notes', windowId: 7 })).toMatchObject({
    type: 'held',
  });
  expect(copied).toEqual([]);
});

test('a text that the person wants on the clipboard is there without a problem', async () => {
  const insertion = select({ display: ':0', wantsClipboard: () => true });
  const target = { app: 'Editor', windowId: 7 };
  expect(await insertion.insert('Dictated', target)).toEqual({
    type: 'on-clipboard',
    problem: null,
  });
  expect(copied.splice(0)).toEqual(['Dictated']);
});

test('a profile can leave a text on the clipboard, or paste it, whatever the setting says', async () => {
  const target = { app: 'Editor', windowId: 7 };
  const [pasting, copying] = [select({}), select({ wantsClipboard: () => true })];
  const rules = { way: 'clipboard', pressesEnter: true } as const;
  const chosen = { type: 'on-clipboard', problem: null };
  expect(await pasting.insert('Dictated', target, rules)).toEqual(chosen);
  expect(await copying.insert('Dictated', target, { ...rules, way: 'paste' })).toMatchObject({
    problem: { code: 'no-x-display' },
  });
  expect(copied.splice(0)).toEqual(['Dictated', 'Dictated']);
});

test('an empty text is not copied', async () => {
  const insertion = select({ wantsClipboard: () => true });
  expect(await insertion.insert('', null)).toMatchObject({ type: 'held' });
  expect(copied).toEqual([]);
});

test('a clipboard that cannot be written holds the text, and the sentence says how to get it', async () => {
  const insertion = select({ copyText: () => Promise.reject(new Error('no clipboard')) });
  expect(await insertion.insert('Dictated', null)).toMatchObject({
    type: 'held',
    problem: { code: 'clipboard-unwritable' },
  });
});

test('an X display that cannot be reached holds the text', async () => {
  const insertion = select({ display: ':4242' });
  expect(await insertion.focused()).toBe(null);
  expect(await insertion.insert('Dictated', null)).toMatchObject({
    type: 'held',
    problem: { code: 'x-display-gone' },
  });
  await insertion.dispose();
});
