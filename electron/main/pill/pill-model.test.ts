import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tuning } from '#core/tuning.ts';
import type { Pill } from '#shared/pill.ts';
import { problem } from '#shared/problem.ts';
import type { Subscriber } from '../ipc/caption-feed.ts';
import { PillModel } from './pill-model.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const open = () => {
  const windows: Pill['phase'][] = [];
  const sent: unknown[] = [];
  const model = new PillModel({ show: ({ phase }) => windows.push(phase) });
  const page: Pick<Subscriber, 'send'> = { send: (channel, value) => sent.push([channel, value]) };
  return { model, page, windows, sent };
};

test('the page begins with what is shown, and receives each change once', () => {
  const { model, page, sent } = open();
  model.dispatch({ type: 'asked', escapeCancels: true });
  expect(model.attach(page)).toMatchObject({ phase: 'speaking' });
  model.dispatch({ type: 'dictation', dictation: { phase: 'speaking', isLatched: false } });
  expect(sent).toEqual([]);
  model.dispatch({ type: 'dictation', dictation: { phase: 'inserting' } });
  expect(sent).toMatchObject([['pill:changed', { phase: 'inserting' }]]);
});

test('the page receives nothing while captions alone are on', () => {
  const { model, page, windows, sent } = open();
  model.attach(page);
  model.dispatch({ type: 'captions', areOn: true });
  model.dispatch({ type: 'status', status: { phase: 'listening', connected: true } });
  model.dispatch({ type: 'turn', turn: { id: 0, text: 'Hello', isFinal: false } });
  expect([windows, sent]).toEqual([[], []]);
});

test('the window is there from the key-down to the end of the outcome', () => {
  const { model, windows } = open();
  model.dispatch({ type: 'asked', escapeCancels: true });
  model.dispatch({ type: 'dictation', dictation: { phase: 'finishing' } });
  model.dispatch({ type: 'dictation', dictation: { phase: 'idle' } });
  expect(windows).toEqual(['speaking', 'finishing', 'hidden']);
});

test('the window of a problem is gone once the problem could be read', () => {
  const { model, windows } = open();
  model.dispatch({ type: 'asked', escapeCancels: true });
  model.dispatch({ type: 'problem', problem: problem('no-key', {}) });
  model.dispatch({ type: 'refused' });
  vi.advanceTimersByTime(tuning.problemShownMs - 1);
  expect(windows.at(-1)).toBe('problem');
  vi.advanceTimersByTime(1);
  expect(windows.at(-1)).toBe('hidden');
});
