import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { insertionTuning as tuning } from '../tuning.ts';
import { HeldModifiers } from './held-modifiers.ts';

/* A KWin that reports what a test says, and a clock in memory. */
let report: (type: 'press' | 'release', action: string) => void;
let given: (keys: number[]) => number[];
/** What KWin reports when the key is pressed; null for nothing. */
let answer: 'keys-free' | 'keys-held' | null;
let presses: number;
let released: string[];
let modifiers: HeldModifiers;

beforeEach(() => {
  vi.useFakeTimers();
  given = (keys) => keys;
  answer = 'keys-free';
  presses = 0;
  released = [];
  modifiers = new HeldModifiers(
    {
      listen: (listener) => {
        report = listener;
        return Promise.resolve();
      },
      take: (_action, _label, keys) => Promise.resolve(given(keys)),
      release: (action) => released.push(action),
    },
    {
      pressKeysyms: () => {
        presses += 1;
        if (answer !== null) report('press', answer);
        return Promise.resolve();
      },
    },
  );
  released = [];
});
afterEach(() => {
  vi.useRealTimers();
});

const both = ['keys-free', 'keys-held'];

async function areHeld(): Promise<boolean | null> {
  const held = modifiers.areHeld();
  await vi.advanceTimersByTimeAsync(tuning.heldModifiersMs);
  return held;
}

test('the shortcut that KWin reports shows whether modifiers are held', async () => {
  answer = 'keys-held';
  expect(await areHeld()).toBe(true);
  expect(released).toEqual([]);
  answer = 'keys-free';
  expect(await areHeld()).toBe(false);
  expect(released).toEqual(both);
});

test('a KWin that never reports the key is asked once', async () => {
  answer = null;
  expect(await areHeld()).toBeNull();
  expect(released).toEqual(both);
  expect(await areHeld()).toBeNull();
  expect(presses).toBe(1);
});

test('a KWin that was too busy once is asked again', async () => {
  expect(await areHeld()).toBe(false);
  answer = null;
  expect(await areHeld()).toBeNull();
  answer = 'keys-held';
  expect(await areHeld()).toBe(true);
});

test('a key that another program has is not pressed', async () => {
  given = (keys) => keys.slice(1);
  expect(await areHeld()).toBeNull();
  expect(presses).toBe(0);
  expect(released).toEqual(both);
});
