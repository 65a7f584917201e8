import { expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import type { ListeningEvent } from './listening.ts';
import { dictate, end, run as runDictations, tailSamples } from './dictating.fixture.ts';
import {
  begin,
  captured,
  listening,
  loud,
  quiet,
  run,
  session,
  termination,
  timeout,
  turn,
} from './run.fixture.ts';

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

/** A dictation that a service has not answered in one session, nor in the next. */
const unanswered: ListeningEvent[] = [
  ...[dictate(), begin(), captured(320), ...sound(longEnough, loud)],
  ...[timeout(), begin(), ...sound(longEnough, loud, longEnough), end],
  captured(320 + 2 * longEnough * 16_000 + tailSamples),
  // What the second session is sent late is worked off.
  ...Array.from({ length: 100 }, () => session({ type: 'timeout' })),
];

test('a dictation without any answer tries one more session, and is not taken for silence', () => {
  expect(failures(unanswered)).toEqual(['unanswered']);
  const { dictated, sessions } = runDictations([...unanswered, timeout(), termination()], patient);
  expect(sessions).toBe(2);
  expect(dictated).toMatchObject([{ text: '', isComplete: false }]);
});

test('a dictation that the second session answers has all of its words', () => {
  const endMs = 2 * longEnough * 1_000;
  const { dictated } = runDictations([...unanswered, turn('Hi.', { endMs })], patient);
  expect(dictated).toMatchObject([{ text: 'Hi.', isComplete: true }]);
});

test('a dictation of a few sounds without a word is silence', () => {
  const { dictated } = runDictations(
    [
      ...[dictate(), begin(), captured(320), ...sound(2, loud), end],
      ...[captured(320 + 2 * 16_000 + tailSamples), timeout(), termination()],
    ],
    patient,
  );
  expect(dictated).toMatchObject([{ text: '', isComplete: true }]);
});

test('what is said after a pause, in a session of its own, is no reason for another try', () => {
  const silent = [...listening, ...sound(longEnough, loud)];
  const paused = [...silent, captured(320 + (longEnough + 1) * 16_000), timeout(), begin()];
  const later = longEnough + 1;
  const { types } = run([...paused, begin(1), ...sound(2 * longEnough, loud, later)], patient);
  expect(types.filter((type) => type === 'connect')).toHaveLength(3);
  expect(failures([...paused, begin(1), ...sound(2 * longEnough, loud, later)])).toEqual([
    'unanswered',
  ]);
});
