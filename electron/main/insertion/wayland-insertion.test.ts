import { beforeEach, expect, test } from 'vitest';
import type { Insertion, Outcome, Target } from './insertion.ts';
import { WaylandInsertion } from './wayland-insertion.ts';

/* Insertions that record their calls. */
let asked: string[];
let isUsable: boolean;
let wantsClipboard: boolean;
let xTarget: Target | null;

const outcome: Outcome = { type: 'on-clipboard', problem: null };
const backEnd = (name: string, target: () => Target | null = () => null): Insertion => ({
  focused: () => Promise.resolve(target()),
  insert: () => {
    asked.push(name);
    return Promise.resolve(outcome);
  },
  dispose: () => Promise.resolve(),
});

const open = (hasNative = true): WaylandInsertion =>
  new WaylandInsertion({
    x11: backEnd('x11', () => xTarget),
    native: hasNative
      ? {
          ...backEnd('native', () => ({ app: 'foot', windowId: 7, shell: 'wayland' })),
          isUsable: () => Promise.resolve(isUsable),
          state: () => Promise.resolve({ desktop: 'sway', problem: null }),
          copy: () => {
            asked.push('native copy');
            return Promise.resolve(outcome);
          },
          clipboard: {
            copy: () => Promise.resolve('can-undo'),
            undo: () => Promise.resolve(true),
            accept: () => Promise.resolve(),
          },
        }
      : null,
    clipboard: backEnd('clipboard'),
    chosenClipboard: backEnd('chosen clipboard'),
    wantsClipboard: () => wantsClipboard,
  });

beforeEach(() => {
  asked = [];
  isUsable = true;
  wantsClipboard = false;
  xTarget = null;
});

async function dictate(insertion: WaylandInsertion): Promise<string[]> {
  await insertion.insert('Dictated', await insertion.focused());
  return asked;
}

test("a window of Wayland gets the text from its desktop's insertion", async () => {
  expect(await dictate(open())).toEqual(['native']);
});

test.each([true, false])(
  'an X window gets the text as on X11, with an own insertion of the desktop: %s',
  async (hasNative) => {
    xTarget = { app: 'XTerm', windowId: 0x20_0001 };
    expect(await dictate(open(hasNative))).toEqual(['x11']);
  },
);

test('a desktop without access to its clipboard leaves the text on the clipboard of X', async () => {
  isUsable = false;
  expect(await dictate(open())).toEqual(['clipboard']);
  expect(await open().copy('Copied')).toBe(null);
});

test('a desktop without an insertion leaves the text on the clipboard', async () => {
  expect(await dictate(open(false))).toEqual(['clipboard']);
});

test('a copy can be undone where the desktop offers its clipboard', async () => {
  const { clipboard } = open();
  expect(await clipboard.copy('Copied')).toBe('can-undo');
  expect(await clipboard.undo()).toBe(true);
  isUsable = false;
  expect(await open().clipboard.copy('Copied')).toBe('failed');
  const without = open(false).clipboard;
  expect(await without.copy('Copied')).toBe('failed');
  expect(await without.undo()).toBe(false);
});

test.each([
  [true, 'native copy'],
  [false, 'chosen clipboard'],
])('texts are copied if the person wants that', async (hasNative, expected) => {
  wantsClipboard = true;
  expect(await dictate(open(hasNative))).toEqual([expected]);
});
