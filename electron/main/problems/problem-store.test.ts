import { expect, test } from 'vitest';
import type { Problem } from '#shared/status.ts';
import { ProblemStore } from './problem-store.ts';

const noKey = { code: 'no-key', sentence: 'There is no key.' };
const noSound = { code: 'no-sound', sentence: 'No sound is coming.' };
const unkept = { code: 'cannot-keep', sentence: 'Nothing is kept.' };

const open = () => {
  const shown: (string | null)[] = [];
  const reported: string[] = [];
  const store = new ProblemStore({
    shown: (problem: Problem | null) => shown.push(problem?.code ?? null),
    reported: ({ code }) => reported.push(code),
  });
  return { store, shown, reported };
};

test('a problem is shown until its source clears it', () => {
  const { store, shown } = open();
  store.set('account', noKey);
  store.set('account', null);
  expect(shown).toEqual(['no-key', null]);
});

test('the most urgent is shown, and what is behind it when that ends', () => {
  const { store, shown } = open();
  store.set('folder', unkept);
  store.set('account', noKey);
  store.set('microphone', noSound);
  store.set('account', null);
  store.set('microphone', null);
  expect(shown).toEqual(['cannot-keep', 'no-key', 'no-sound', 'cannot-keep']);
});

test('a source cannot end the problem of another', () => {
  const { store, shown } = open();
  store.set('folder', unkept);
  store.clear('account', 'connection', 'microphone');
  expect(shown).toEqual(['cannot-keep']);
});

test('a problem that is reported again is shown again', () => {
  const { store, shown, reported } = open();
  store.set('account', noKey);
  store.set('account', noKey);
  expect(shown).toEqual(['no-key', 'no-key']);
  expect(reported).toEqual(['no-key', 'no-key']);
});

test('a problem behind a more urgent one is reported, and changes nothing that is shown', () => {
  const { store, shown, reported } = open();
  store.set('account', noKey);
  store.set('microphone', noSound);
  expect(shown).toEqual(['no-key']);
  expect(reported).toEqual(['no-key', 'no-sound']);
});

test.each(['files', 'database', 'app', 'model'] as const)(
  'a notice about %s ends when the person closes it',
  (source) => {
    const { store, shown } = open();
    store.set(source, { code: 'file-set-aside', sentence: 'A file was set aside.' });
    store.close();
    expect(shown).toEqual(['file-set-aside', null]);
  },
);

test('what is still so cannot be closed', () => {
  const { store, shown } = open();
  store.set('app', { code: 'broken-inside', sentence: 'Something broke.' });
  store.set('storage', unkept);
  store.close();
  expect(shown).toEqual(['broken-inside', 'cannot-keep']);
});
