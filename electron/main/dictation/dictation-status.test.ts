import { expect, test } from 'vitest';
import { noDictation, type Done, type Lifecycle } from '#core/dictation/lifecycle-state.ts';
import { problem } from '#shared/problem.ts';
import { inOwnWindow } from '../insertion/beside-own-window.ts';
import { dictationStatusOf, doneWith } from './dictation-status.ts';

const finishing = { phase: 'finishing', id: 1, wish: 'insert' } as const;
const inserting = { phase: 'inserting', id: 2 } as const;

const statusOf = (changes: Partial<Lifecycle>) => dictationStatusOf({ ...noDictation, ...changes });
const offers = (done: Omit<Done, 'isComplete'>, undoableId: number | null = null) =>
  statusOf({ done: { ...done, isComplete: true }, undoableId });

test('a text is awaited, then on its way to the cursor', () => {
  expect(statusOf({ entries: [finishing] })).toEqual({ phase: 'finishing' });
  expect(statusOf({ entries: [inserting] })).toEqual({ phase: 'inserting' });
  expect(statusOf({ entries: [] })).toEqual({ phase: 'idle' });
});

test('a text that can still be cancelled is not shown as one that is being inserted', () => {
  expect(statusOf({ entries: [inserting, finishing] })).toEqual({ phase: 'finishing' });
});

test('a text that was held can be inserted or copied', () => {
  const moved = problem('focus-moved', { app: 'XTerm' });
  expect(offers({ outcome: 'held', problem: moved })).toMatchObject({
    offers: ['insert', 'copy'],
  });
});

test('a text that CaptionKey itself did not take can be inserted, and is on the clipboard', () => {
  expect(offers({ outcome: 'on-clipboard', problem: inOwnWindow })).toMatchObject({
    offers: ['insert'],
  });
});

test('a cancelled text can be inserted after all', () => {
  expect(offers({ outcome: 'cancelled', problem: null }, 1)).toMatchObject({ offers: ['undo'] });
});

test('nothing is offered for a text that is where it belongs', () => {
  expect(offers({ outcome: 'inserted', problem: null })).toMatchObject({ offers: [] });
  expect(offers({ outcome: 'on-clipboard', problem: null })).toMatchObject({ offers: [] });
});

test('a text that Enter does not follow says so', () => {
  const times = { keySentMs: 1, textReadMs: 2 };
  const done = doneWith({ type: 'inserted', times, enter: 'not-pressed' }, true, 'Slack');
  expect(statusOf({ done })).toMatchObject({
    outcome: 'inserted',
    note: problem('enter-not-pressed', { app: 'Slack' }),
  });
  const pressed = doneWith({ type: 'inserted', times, enter: 'pressed' }, true, 'Slack');
  expect(statusOf({ done: pressed })).toMatchObject({ outcome: 'inserted', note: null });
});
