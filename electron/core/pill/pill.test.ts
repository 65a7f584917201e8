import { expect, test } from 'vitest';
import type { DictationStatus } from '#shared/dictation-status.ts';
import type { Pill } from '#shared/pill.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { tuning } from '../tuning.ts';
import {
  isDictated,
  noPill,
  pillOf,
  stepPill,
  takesAlerts,
  type PillEffect,
  type PillEvent,
  type PillState,
} from './pill.ts';

const noKey = problem('no-key', {});
const lost = problem('microphone-broken', {});
const listening = { phase: 'listening', connected: true } as const;

const asked: PillEvent = { type: 'asked', escapeCancels: true };
const refused: PillEvent = { type: 'refused' };
const began: PillEvent = { type: 'began', firstTurn: 3 };
const captionsOn: PillEvent = { type: 'captions', areOn: true };
const is = (dictation: DictationStatus): PillEvent => ({ type: 'dictation', dictation });
const speaking = is({ phase: 'speaking', isLatched: false });
const idle = is({ phase: 'idle' });
const inserted = is({ phase: 'done', outcome: 'inserted', note: null, offers: [] });
const hears: PillEvent = { type: 'status', status: listening };
const fails = (which: Problem = lost): PillEvent => ({ type: 'problem', problem: which });
const ends: PillEvent = { type: 'problem', problem: null };
const turn = (id: number, text: string, isFinal = false): PillEvent => ({
  ...{ type: 'turn', turn: { id, text, isFinal } },
});

function run(...events: PillEvent[]): { state: PillState; effects: PillEffect[] } {
  let state = noPill;
  const effects: PillEffect[] = [];
  for (const event of events) {
    const [next, more] = stepPill(state, event);
    state = next;
    effects.push(...more);
  }
  return { state, effects };
}

const shown = (...events: PillEvent[]): Pill => pillOf(run(...events).state);
const alertTimeout = (...events: PillEvent[]): number | null | undefined =>
  run(...events).effects.at(-1)?.timeoutMs;

test('nothing is shown without a dictation, whatever captions do', () => {
  expect(shown()).toEqual({ phase: 'hidden' });
  expect(shown(captionsOn, hears, turn(0, 'Hello'))).toEqual({ phase: 'hidden' });
  expect(shown(fails())).toEqual({ phase: 'hidden' });
});

test('the key-down is shown before anything is known of the microphone', () => {
  expect(shown(asked)).toMatchObject({
    ...{ phase: 'speaking', status: { phase: 'starting' } },
    words: { shownIn: 'pill', turns: [] },
  });
});

test('the pill keeps the newest turns, more than it has room for', () => {
  const turns = [3, 4, 5, 6].map((id) => turn(id, `Turn ${id}.`, true));
  expect(shown(asked, began, speaking, ...turns)).toMatchObject({
    words: { turns: [{ id: 4 }, { id: 5 }, { id: 6 }] },
  });
});

test('a held key ends the dictation by its release, a latched one by another press', () => {
  expect(shown(asked, speaking, hears)).toMatchObject({ endsBy: 'release', status: listening });
  const latched = is({ phase: 'speaking', isLatched: true });
  expect(shown(asked, speaking, latched)).toMatchObject({ endsBy: 'press' });
});

test('the words are those of the dictation, in order, the newest of each turn', () => {
  const events = [turn(2, 'Before.', true), asked, began, speaking, hears];
  expect(
    shown(...events, turn(2, 'Late.'), turn(4, 'key'), turn(3, 'Hold'), turn(3, 'Hold a', true)),
  ).toMatchObject({
    words: {
      shownIn: 'pill',
      turns: [
        { id: 3, text: 'Hold a', isFinal: true },
        { id: 4, text: 'key', isFinal: false },
      ],
    },
  });
});

test('the next dictation begins without the words of the one before', () => {
  const first = [asked, began, speaking, turn(3, 'First.', true), inserted, idle];
  const next: PillEvent = { type: 'began', firstTurn: 4 };
  expect(shown(...first, asked, next, speaking)).toMatchObject({ words: { turns: [] } });
});

test('a turn that is still open when the next dictation begins stays', () => {
  const first = [asked, began, speaking, turn(3, 'First.', true), turn(4, 'sec'), inserted, idle];
  const next: PillEvent = { type: 'began', firstTurn: 4 };
  expect(shown(...first, asked, next, speaking)).toMatchObject({
    words: { turns: [{ id: 4, text: 'sec' }] },
  });
});

test('beside captions, these show the words', () => {
  const began: PillEvent = { type: 'began', firstTurn: null };
  const { state } = run(captionsOn, began, asked, began, speaking, turn(3, 'Hold'));
  expect(pillOf(state)).toMatchObject({ words: { shownIn: 'captions' } });
  expect(isDictated(state, { id: 3, text: 'Hold', isFinal: false })).toBe(false);
});

test('captions that are refused take no words from the captions before', () => {
  expect(isDictated(run(captionsOn, began).state, { id: 3, text: 'Last', isFinal: true })).toBe(
    false,
  );
});

test('words of a dictation alone are no captions', () => {
  const { state } = run(asked, began, speaking);
  expect(isDictated(state, { id: 3, text: 'Hold', isFinal: false })).toBe(true);
  expect(isDictated(state, { id: 2, text: 'Late', isFinal: false })).toBe(false);
});

test('Escape is shown until the text is on its way, and only on desktops that report it', () => {
  expect(shown(asked, speaking)).toMatchObject({ escapeCancels: true });
  expect(shown(asked, is({ phase: 'finishing' }))).toMatchObject({ escapeCancels: true });
  expect(shown(asked, is({ phase: 'inserting' }))).not.toHaveProperty('escapeCancels');
  expect(shown({ type: 'asked', escapeCancels: false }, speaking)).toMatchObject({
    escapeCancels: false,
  });
  expect(shown(speaking)).toMatchObject({ escapeCancels: false });
});

test.each(['finishing', 'inserting'] as const)('the words stay while it is %s', (phase) => {
  expect(shown(asked, began, speaking, turn(3, 'Hold'), is({ phase }))).toMatchObject({
    phase,
    words: { turns: [{ text: 'Hold' }] },
  });
});

test('the outcome is shown with what can be done, and then nothing', () => {
  const note = problem('focus-moved', { app: 'XTerm' });
  const offers = ['insert', 'copy'] as const;
  const held = is({ phase: 'done', outcome: 'held', note, offers });
  expect(shown(asked, speaking, held)).toEqual({
    ...{ phase: 'done', outcome: 'held', note, offers, problem: null },
  });
  expect(shown(asked, speaking, held, idle)).toEqual({ phase: 'hidden' });
});

test.each([
  ['cancelled', problem('cancelled', {})],
  ['on-clipboard', problem('on-clipboard', {})],
  ['inserted', null],
] as const)('the outcome %s says enough without the note %j', (outcome, note) => {
  const done = is({ phase: 'done', outcome, note, offers: [] });
  expect(shown(asked, done)).toMatchObject({ outcome, note: null });
});

test('why nothing can be dictated is shown long enough to be read', () => {
  const events = [asked, fails(noKey), refused];
  expect(shown(...events)).toEqual({ phase: 'problem', problem: noKey });
  expect(alertTimeout(...events)).toBe(tuning.problemShownMs);
  expect(shown(...events, { type: 'alert-shown' })).toEqual({ phase: 'hidden' });
});

test('a problem that is reported again while it is shown is shown as long again', () => {
  const setTimer: PillEffect = { type: 'set-alert-timeout', timeoutMs: tuning.problemShownMs };
  const events = [asked, fails(noKey), refused];
  expect(run(...events).effects.slice(1)).toEqual([setTimer]);
  expect(run(...events, fails(noKey)).effects.slice(1)).toEqual([setTimer, setTimer]);
});

test('a dictation without a problem needs no timer', () => {
  const events = [asked, speaking, hears, began, turn(3, 'Hold a key.', true), inserted, idle];
  expect(run(...events).effects).toEqual([]);
});

test('the reason may be a problem that was known before', () => {
  expect(shown(fails(noKey), asked, refused)).toEqual({ phase: 'problem', problem: noKey });
});

test('the same reason is shown again for the next press, as long as the first time', () => {
  const first = [asked, fails(noKey), refused];
  expect(shown(...first, asked, fails(noKey), refused)).toMatchObject({ problem: noKey });
  expect(alertTimeout(...first, asked, fails(noKey), refused)).toBe(tuning.problemShownMs);
});

test('a problem during a dictation is shown with it and after it, until it ends', () => {
  const events = [asked, speaking, fails()];
  expect(shown(...events)).toMatchObject({ phase: 'speaking', problem: lost });
  expect(alertTimeout(...events)).toBeNull();
  expect(shown(...events, idle)).toEqual({ phase: 'problem', problem: lost });
  expect(alertTimeout(...events, idle)).toBe(tuning.problemShownMs);
  expect(shown(...events, idle, ends)).toEqual({ phase: 'hidden' });
  expect(shown(...events, ends)).toMatchObject({ phase: 'speaking', problem: null });
});

test('a problem that was known before does not stand in the way of a dictation', () => {
  expect(shown(fails(), asked, speaking)).toMatchObject({ phase: 'speaking', problem: null });
});

test('the pill takes the problems of a dictation, and captions those of captions', () => {
  expect(takesAlerts(run(asked).state)).toBe(true);
  expect(takesAlerts(run().state)).toBe(false);
  expect(takesAlerts(run(captionsOn, asked, speaking).state)).toBe(false);
  expect(shown(captionsOn, asked, speaking, fails())).toMatchObject({ problem: null });
  expect(shown(captionsOn, asked, fails(), refused)).toEqual({ phase: 'hidden' });
});

test('captions that begin take the problem with them', () => {
  expect(shown(asked, fails(noKey), refused, captionsOn)).toEqual({ phase: 'hidden' });
});
