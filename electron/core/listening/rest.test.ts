import { expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { dictate, final, released, spoken } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import { isAtRest, isSettled } from './rest.ts';
import { captured, listening, micClosed, run, termination, timeout, turn } from './run.fixture.ts';
import { initialListening } from './step.ts';

const warm = initialListening({ maxAttempts: 2, warmMs: 20_000 });
const after = (
  events: ListeningEvent[],
  from = initialListening({ maxAttempts: 2, warmMs: 0 }),
) => {
  const { listening: now } = run(events, from);
  return { isSettled: isSettled(now), isAtRest: isAtRest(now) };
};
const open = { isSettled: false, isAtRest: false };
const settled = { isSettled: true, isAtRest: false };
const resting = { isSettled: true, isAtRest: true };

const stopped: ListeningEvent[] = [
  ...listening,
  { type: 'stop' },
  captured(320 + tuning.tailMs * 16),
];

test('all is at rest until the first event', () => {
  expect(after([])).toEqual(resting);
  expect(after([{ type: 'start' }])).toEqual(open);
  expect(after([dictate()])).toEqual(open);
});

test('captions are at rest when their microphone is closed and their session is over', () => {
  expect(after(listening)).toEqual(open);
  expect(after([...stopped, micClosed])).toEqual(open);
  expect(after([...stopped, micClosed, turn('Hi.')])).toEqual(open);
  expect(after([...stopped, turn('Hi.'), termination()])).toEqual(open);
  expect(after([...stopped, micClosed, turn('Hi.'), termination()])).toEqual(resting);
});

test('a dictation is at rest no sooner', () => {
  expect(after(spoken)).toEqual(open);
  expect(after([...released, micClosed])).toEqual(open);
  expect(after([...released, final, termination()])).toEqual(open);
  expect(after([...released, micClosed, final, termination()])).toEqual(resting);
});

test('with a warm session nothing is at rest', () => {
  const kept = [...stopped, micClosed, turn('Hi.')];
  expect(after(kept, warm)).toEqual(open);
  expect(after([...kept, timeout(), termination()], warm)).toEqual(resting);
});

test('all speech is text even while a level check keeps the microphone open', () => {
  const check = (isOn: boolean): ListeningEvent => ({ type: 'check-level', isOn });
  expect(after([{ type: 'pre-roll', isOn: true }, captured(9_600)])).toEqual(settled);
  expect(after([check(true), captured(9_600)])).toEqual(settled);
  expect(after([check(true), captured(9_600), check(false)])).toEqual(settled);
  expect(after([check(true), captured(9_600), check(false), micClosed])).toEqual(resting);
});
