import { expect, test } from 'vitest';
import { problem, type Problem } from '#shared/problem.ts';
import { ProblemStore } from './problem-store.ts';

const noKey = problem('no-key', {});
const noSound = problem('no-sound', { microphone: null });
const unkept = problem('cannot-keep', { why: 'full', folder: '/data' });

const open = () => {
  const shown: (string | null)[] = [];
  const changes: string[][] = [];
  const reported: string[] = [];
  const store = new ProblemStore({
    shown: (problem: Problem | null) => shown.push(problem?.code ?? null),
    changed: (current) => changes.push(current.map(({ problem: { code } }) => code)),
    reported: ({ code }) => reported.push(code),
  });
  return { store, shown, changes, reported };
};

test('a problem is shown until its source clears it', () => {
  const { store, shown } = open();
  store.set('account', noKey);
  store.set('account', null);
  expect(shown).toEqual(['no-key', null]);
});

test('the most urgent problem is shown, and the next one when it ends', () => {
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

test('a problem below a more urgent one is reported, and is not shown', () => {
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
    store.set(
      source,
      problem('file-set-aside', { file: 'settings.json', aside: 'settings.json.corrupt-1' }),
    );
    store.close(source);
    expect(shown).toEqual(['file-set-aside', null]);
  },
);

test('a problem that lasts cannot be closed', () => {
  const { store, shown } = open();
  store.set('storage', unkept);
  store.close('storage');
  store.close('account');
  expect(shown).toEqual(['cannot-keep']);
});

test('a notice below a more urgent problem can be closed', () => {
  const { store, shown, changes } = open();
  store.set('storage', unkept);
  store.set('app', problem('broken-inside', {}));
  store.close('app');
  expect(shown).toEqual(['cannot-keep']);
  expect(changes).toEqual([['cannot-keep'], ['cannot-keep', 'broken-inside'], ['cannot-keep']]);
});

test('all problems are current, the most urgent first, until they end', () => {
  const { store, changes } = open();
  store.set('folder', unkept);
  store.set('account', noKey);
  expect(store.current).toEqual([
    { source: 'account', problem: noKey },
    { source: 'folder', problem: unkept },
  ]);
  store.clear('account', 'connection');
  store.set('folder', null);
  store.set('folder', null);
  expect(changes).toEqual([['cannot-keep'], ['no-key', 'cannot-keep'], ['cannot-keep'], []]);
});
