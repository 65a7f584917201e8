import { expect, test } from 'vitest';
import type { Child } from '../child.ts';
import { selectDelivery, type Surroundings } from './select.ts';
import { startWorker } from './x11/worker.fixture.ts';

const helperWithoutCompositor: Child = {
  post: () => undefined,
  onMessage: (callback) => callback({ type: 'failed', code: 'no-compositor' }),
  onExit: () => undefined,
  kill: () => undefined,
};

const copied: string[] = [];
const select = (surroundings: Partial<Surroundings>) =>
  selectDelivery(
    {
      platform: 'linux',
      display: undefined,
      isWayland: false,
      swaySocket: undefined,
      fork: () => helperWithoutCompositor,
      copyText: (text) => {
        copied.push(text);
        return Promise.resolve();
      },
      wantsClipboard: () => false,
      ...surroundings,
    },
    startWorker,
  );

test.each([
  ['on macOS', { platform: 'darwin' }, 'Cmd+V'],
  ['on Windows', { platform: 'win32' }, 'Ctrl+V'],
  ['on Wayland', { isWayland: true }, 'Wayland'],
  ['without a display', {}, 'no X display'],
] as const)('%s the text is left on the clipboard, with the reason', async (_, where, word) => {
  const delivery = select(where);
  const outcome = await delivery.deliver('Dictated', null);
  expect(outcome).toMatchObject({ type: 'on-clipboard', problem: { code: 'cannot-paste' } });
  expect(outcome.type === 'on-clipboard' && outcome.problem?.sentence).toContain(word);
  expect(copied.splice(0)).toEqual(['Dictated']);
});

test('who wants the text on the clipboard finds it there, and that is no problem', async () => {
  const delivery = select({ display: ':0', wantsClipboard: () => true });
  const target = { app: 'Editor', windowId: 7 };
  expect(await delivery.deliver('Dictated', target)).toEqual({
    type: 'on-clipboard',
    problem: null,
  });
  expect(copied.splice(0)).toEqual(['Dictated']);
});

test('an empty text is not copied', async () => {
  const delivery = select({ wantsClipboard: () => true });
  expect(await delivery.deliver('', null)).toMatchObject({ type: 'held' });
  expect(copied).toEqual([]);
});

test('a clipboard that cannot be written holds the text, with a way to get at it', async () => {
  const delivery = select({ copyText: () => Promise.reject(new Error('no clipboard')) });
  expect(await delivery.deliver('Dictated', null)).toMatchObject({
    type: 'held',
    problem: { code: 'clipboard-unwritable' },
  });
});

test('an X display that cannot be reached holds the text', async () => {
  const delivery = select({ display: ':4242' });
  expect(await delivery.focused()).toBe(null);
  expect(await delivery.deliver('Dictated', null)).toMatchObject({
    type: 'held',
    problem: { code: 'display-gone' },
  });
  await delivery.dispose();
});
