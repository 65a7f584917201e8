import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tuning } from '#core/tuning.ts';
import { ChordWatch } from '../../../key-watch/chord-watch.ts';
import { monotonicMs } from '../../../monotonic.ts';
import type { Child } from '../../processes/child.ts';
import { KeyWatchClient } from './key-watch-client.ts';

/* Both ends of the key watch in virtual time, and a keyboard whose events get lost. */
const space = 57;
const chordDown = { keycode: space, ctrlKey: true, altKey: true, shiftKey: false, metaKey: false };

let isDown: boolean;
let heard: string[];
let watch: ChordWatch;
let client: KeyWatchClient;

beforeEach(() => {
  vi.useFakeTimers();
  isDown = false;
  heard = [];
  let report: (message: unknown) => void = () => undefined;
  watch = new ChordWatch(
    { keycode: space, modifiers: ['control', 'alt'], isLone: false },
    () => Promise.resolve(isDown),
    (type) => report({ type, atMs: monotonicMs() }),
  );
  const child: Child = {
    post: ({ type }: { type: string }) => {
      if (type === 'check') void watch.check();
    },
    onMessage: (callback) => (report = callback),
    onExit: () => undefined,
    kill: () => undefined,
  };
  client = new KeyWatchClient(() => child, {
    heard: (event) => heard.push(event),
    changed: () => undefined,
  });
  void client.start({ modifiers: ['control', 'alt'], key: 'Space' });
  report({ type: 'started' });
});
afterEach(() => {
  client.stop();
  vi.useRealTimers();
});

const press = (): void => {
  isDown = true;
  watch.down(chordDown);
};

test.each([0, 1, 130, 249, 250, 660, 5_000])(
  'a hold of %d ms whose release is lost ends within a second of its key',
  async (heldMs) => {
    press();
    await vi.advanceTimersByTimeAsync(heldMs);
    expect(heard).toEqual(['press']);
    isDown = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heard).toEqual(['press', 'release']);
  },
);

test('the keyboard is checked often enough for one answer to get lost within that second', () => {
  expect(2 * tuning.holdCheckMs).toBeLessThanOrEqual(1_000);
});
