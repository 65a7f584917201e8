import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { KeyHold } from './key-hold.ts';

test('a key that is up is not waited for', async () => {
  await new KeyHold().up();
});

test('a key that is held is waited for, also where it is pressed again at once', async () => {
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

test('a hold that goes on is one hold', () => {
  const hold = new KeyHold();
  hold.set(true);
  hold.set(true);
  expect(hold.holds).toBe(1);
});
