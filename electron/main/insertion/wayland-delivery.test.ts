import { beforeEach, expect, test } from 'vitest';
import type { Delivery, Outcome, Target } from '../delivery/delivery.ts';
import { WaylandDelivery } from './wayland-delivery.ts';

/* Ways that write down who was asked. */
let asked: string[];
let isUsable: boolean;
let wantsClipboard: boolean;
let xTarget: Target | null;

const outcome: Outcome = { type: 'on-clipboard', problem: null };
const way = (name: string, target: () => Target | null = () => null): Delivery => ({
  focused: () => Promise.resolve(target()),
  deliver: () => {
    asked.push(name);
    return Promise.resolve(outcome);
  },
  dispose: () => Promise.resolve(),
});

const open = (hasNative = true): WaylandDelivery =>
  new WaylandDelivery({
    x11: way('x11', () => xTarget),
    native: hasNative
      ? {
          ...way('native', () => ({ app: 'foot', windowId: 7, shell: 'wayland' })),
          isUsable: () => Promise.resolve(isUsable),
          copy: () => {
            asked.push('native copy');
            return Promise.resolve(outcome);
          },
        }
      : null,
    clipboard: way('clipboard'),
    chosenClipboard: way('chosen clipboard'),
    wantsClipboard: () => wantsClipboard,
  });

beforeEach(() => {
  asked = [];
  isUsable = true;
  wantsClipboard = false;
  xTarget = null;
});

async function dictate(delivery: WaylandDelivery): Promise<string[]> {
  await delivery.deliver('Dictated', await delivery.focused());
  return asked;
}

test('a window of Wayland gets the text in the way of its desktop', async () => {
  expect(await dictate(open())).toEqual(['native']);
});

test.each([true, false])(
  'an X window gets the text as on X11, whether the desktop has a way of its own: %s',
  async (hasNative) => {
    xTarget = { app: 'XTerm', windowId: 0x20_0001 };
    expect(await dictate(open(hasNative))).toEqual(['x11']);
  },
);

test('a desktop that lets nobody manage its clipboard leaves the text on that of X', async () => {
  isUsable = false;
  expect(await dictate(open())).toEqual(['clipboard']);
  expect(await open().copy('Copied')).toBe(null);
});

test('a desktop that has no way leaves the text on the clipboard', async () => {
  expect(await dictate(open(false))).toEqual(['clipboard']);
});

test.each([
  [true, 'native copy'],
  [false, 'chosen clipboard'],
])('texts are copied where the person wants that', async (hasNative, expected) => {
  wantsClipboard = true;
  expect(await dictate(open(hasNative))).toEqual([expected]);
});
