import { expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import type { ListeningEvent } from './listening.ts';
import { begin, captured, listening, micClosed, run, turn } from './run.fixture.ts';

/* Captions that start again before their stop is complete. */
const tailSamples = tuning.tailMs * 16;
const stopped = [...listening, { type: 'stop' } as const];
const heard: ListeningEvent[] = [...stopped, captured(320 + tailSamples)];
const countOf = (types: string[], type: string): number =>
  types.filter((one) => one === type).length;

test('starting again while the last words are pending opens microphone and session at once', () => {
  const { types, frames, status } = run([
    ...heard,
    micClosed,
    { type: 'start' },
    captured(9_000),
    begin(1),
  ]);
  expect(countOf(types, 'open-microphone')).toBe(2);
  expect(countOf(types, 'connect')).toBe(2);
  expect(frames.find(({ segment }) => segment === 1)?.startSample).toBe(320 + tailSamples);
  expect(status).toEqual({ phase: 'listening', connected: true });
});

test('both texts are reported separately', () => {
  const { effects } = run([
    ...heard,
    micClosed,
    { type: 'start' },
    captured(9_000),
    begin(1),
    turn('First.'),
    { type: 'stop' },
    captured(9_000 + tailSamples),
    turn('Second.', { id: 1 }),
  ]);
  expect(effects.filter(({ type }) => type === 'finished')).toEqual([
    { type: 'finished', firstTurn: 0, lastSegment: 0, isAgain: false },
    { type: 'finished', firstTurn: 2 ** 20, lastSegment: 1, isAgain: false },
  ]);
});

test('captions that start again within the tail begin where the tail ends, so that no sample is lost', () => {
  const { types, frames } = run([...stopped, { type: 'start' }, captured(9_000), begin(1)]);
  expect(countOf(types, 'open-microphone')).toBe(1);
  expect(frames.find(({ segment }) => segment === 1)?.startSample).toBe(320 + tailSamples);
});

test('starting again and stopping within the tail is still a stop', () => {
  const { status, types } = run([...stopped, { type: 'start' }, { type: 'stop' }, captured(9_000)]);
  expect(status).toEqual({ phase: 'finishing' });
  expect(countOf(types, 'connect')).toBe(1);
});

test('a toggle within the tail starts again, and the next one stops', () => {
  const again = run([...stopped, { type: 'toggle' }]);
  expect(again.listening.captions).toMatchObject({ phase: 'tail', startsAgain: true });
  const { captions } = run([{ type: 'toggle' }], again.listening).listening;
  expect(captions).toMatchObject({ phase: 'tail', startsAgain: false });
});

test('the text of a stop does not wait for the words of captions that started later', () => {
  const { effects } = run([
    ...heard,
    micClosed,
    { type: 'start' },
    captured(9_000),
    turn('First.'),
  ]);
  expect(effects.filter(({ type }) => type === 'finished')).toEqual([
    { type: 'finished', firstTurn: 0, lastSegment: 0, isAgain: false },
  ]);
});
