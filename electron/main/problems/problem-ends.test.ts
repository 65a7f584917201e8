import { expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import { refusalFacts } from '#shared/problem.fixture.ts';
import { ProblemEnds } from './problem-ends.ts';
import { ProblemStore } from './problem-store.ts';

const refused = problem('model-refused', refusalFacts);
const lostKey = problem('key-unreadable', { isReplaced: false });
const notWav = problem('unsupported-wav', { path: '/etc/hostname' });
const unkept = problem('cannot-keep', { why: 'full', folder: '/data' });
const setAside = problem('file-set-aside', {
  file: 'settings.json',
  aside: 'settings.json.corrupt-1',
});

const open = () => {
  const store = new ProblemStore({
    ...{ shown: () => undefined, changed: () => undefined, reported: () => undefined },
  });
  const world = { isIdle: true, inUse: { region: 'eu' }, hasKeyProblem: true, canKeep: false };
  const ends = new ProblemEnds(store, {
    isIdle: () => world.isIdle,
    checkConnectionTarget: () => undefined,
    inUse: () => world.inUse,
    hasKeyProblem: () => world.hasKeyProblem,
    canKeep: () => world.canKeep,
  });
  return { store, world, ends };
};

test('a refusal ends when the next request would differ', () => {
  const { store, world, ends } = open();
  store.set('connection', refused);
  ends.changed();
  expect(store.shown).toBe(refused);
  world.inUse = { region: 'us' };
  ends.changed();
  expect(store.shown).toBeNull();
});

test('a problem of the service stays while the app tries to connect', () => {
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

test('a recording that could not be heard is reported until something else is', () => {
  const { store, world, ends } = open();
  store.set('playback', notWav);
  world.inUse = { region: 'us' };
  ends.changed();
  expect(store.shown).toBe(notWav);
  ends.started();
  expect(store.shown).toBeNull();
});

test('unsaved data is reported while it cannot be saved, and a replaced file until the next start', () => {
  const { store, world, ends } = open();
  store.set('files', setAside);
  store.set('folder', unkept);
  ends.started();
  expect(store.shown).toBe(unkept);
  world.canKeep = true;
  ends.started();
  expect(store.shown).toBeNull();
});
