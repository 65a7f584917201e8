import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { KeyHold } from './key-hold.ts';

test('an insertion does not wait while the key is up', async () => {
  await new KeyHold().up();
});

test('an insertion waits for a held key, also if the key is pressed again at once', async () => {
  const hold = new KeyHold();
  hold.set(true);
  let isUp = false;
  void hold.up().then(() => (isUp = true));
  hold.set(false);
  hold.set(true);
  await setImmediate();
  expect(isUp).toBe(false);
  hold.set(false);
  await setImmediate();
  expect(isUp).toBe(true);
});

test('repeats of a held key are one hold', () => {
  const hold = new KeyHold();
  hold.set(true);
  hold.set(true);
  expect(hold.holds).toBe(1);
  expect(hold.isHeld).toBe(true);
  hold.set(false);
  expect(hold.isHeld).toBe(false);
});
