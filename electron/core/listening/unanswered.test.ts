import { expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import type { ListeningEvent } from './listening.ts';
import { begin, captured, listening, loud, quiet, run, timeout, turn } from './run.fixture.ts';

const patient = { ...quiet, options: { maxAttempts: 50, warmMs: 0 } };

/** Sound of so many seconds in chunks, from the 20 ms on that captions begin with. */
const sound = (seconds: number, level: number, fromSecond = 0): ListeningEvent[] =>
  Array.from({ length: seconds * 10 }, (_, index) =>
    captured(320 + fromSecond * 16_000 + (index + 1) * 1_600, level),
  );
const failures = (events: ListeningEvent[]) =>
  run(events, patient).effects.flatMap((effect) =>
    effect.type === 'passage' && effect.effect.type === 'lost' ? [effect.effect.failure.cause] : [],
  );

const longEnough = tuning.unansweredMs / 1_000 + 1;

test('a service that answers no word of what is said is given up for a new session, once', () => {
  const silent = [...listening, ...sound(longEnough, loud)];
  expect(failures(silent)).toEqual(['unanswered']);
  const again = [...silent, timeout(), begin(), ...sound(2 * longEnough, loud, longEnough)];
  expect(failures(again)).toEqual(['unanswered']);
});

test('silence wants no answer, and speech that has one is no reason', () => {
  expect(failures([...listening, ...sound(longEnough, 0)])).toEqual([]);
  const partial = turn('Hi', { isFinal: false, endMs: 900 });
  expect(failures([...listening, ...sound(2, loud), partial, ...sound(30, loud, 2)])).toEqual([]);
});
