import { beforeEach, expect, test, vi } from 'vitest';
import { keepVisible, unhideWithoutActivation } from './own-app.ts';

/* The runtime of Objective-C, which only macOS has. It records the messages. */
const sent = vi.hoisted(() => [] as unknown[][]);
vi.mock('./objective-c.ts', () => ({
  inPool: (work: () => unknown) => work(),
  objcClass: (name: string) => name,
  send: (...message: unknown[]) => {
    sent.push(message);
    return `${String(message[0])}.${String(message[1])}`;
  },
}));
beforeEach(() => void sent.splice(0));

test('the app is shown again without being activated', () => {
  unhideWithoutActivation();
  expect(sent).toEqual([
    ['NSApplication', 'sharedApplication'],
    ['NSApplication.sharedApplication', 'unhideWithoutActivation'],
  ]);
});

test('the window of the view that Electron names does not hide with the app', () => {
  const handle = Buffer.alloc(8);
  handle.writeBigUInt64LE(0x6000_0123_4560n);
  keepVisible(handle);
  expect(sent).toEqual([
    [0x6000_0123_4560n, 'window'],
    [`${String(0x6000_0123_4560n)}.window`, 'setCanHide:', 0],
  ]);
});
