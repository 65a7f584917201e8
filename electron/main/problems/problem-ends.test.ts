import { expect, test } from 'vitest';
import { ProblemEnds } from './problem-ends.ts';
import { ProblemStore } from './problem-store.ts';

const refused = { code: 'model-refused', sentence: 'The service refused the model.' };
const lostKey = { code: 'key-unreadable', sentence: 'The key cannot be decrypted.' };
const unkept = { code: 'cannot-keep', sentence: 'Nothing is kept.' };
const setAside = { code: 'file-set-aside', sentence: 'The settings were set aside.' };

const open = () => {
  const store = new ProblemStore({ shown: () => undefined, reported: () => undefined });
  const world = { isIdle: true, inUse: { region: 'eu' }, hasKeyProblem: true, canKeep: false };
  const ends = new ProblemEnds(store, {
    isIdle: () => world.isIdle,
    checkAccount: () => undefined,
    inUse: () => world.inUse,
    hasKeyProblem: () => world.hasKeyProblem,
    canKeep: () => world.canKeep,
  });
  return { store, world, ends };
};

test('a refusal ends when something else would be asked', () => {
  const { store, world, ends } = open();
  store.set('connection', refused);
  ends.changed();
  expect(store.shown).toBe(refused);
  world.inUse = { region: 'us' };
  ends.changed();
  expect(store.shown).toBeNull();
});

test('while the service is tried, its problem stays', () => {
  const { store, world, ends } = open();
  store.set('connection', refused);
  world.isIdle = false;
  world.inUse = { region: 'us' };
  ends.changed();
  expect(store.shown).toBe(refused);
});

test('a key that cannot be decrypted is shown until there is another', () => {
  const { store, world, ends } = open();
  store.set('key', lostKey);
  ends.changed();
  expect(store.shown).toBe(lostKey);
  world.hasKeyProblem = false;
  ends.changed();
  expect(store.shown).toBeNull();
});

test('what is not kept is shown while it is so, and what was set aside until the next start', () => {
  const { store, world, ends } = open();
  store.set('files', setAside);
  store.set('folder', unkept);
  ends.started();
  expect(store.shown).toBe(unkept);
  world.canKeep = true;
  ends.started();
  expect(store.shown).toBeNull();
});
