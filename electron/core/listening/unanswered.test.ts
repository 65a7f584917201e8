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

/** Sound of some seconds in chunks, after the first 20 ms of captions. */
const sound = (seconds: number, level: number, fromSecond = 0): ListeningEvent[] =>
  Array.from({ length: seconds * 10 }, (_, index) =>
    captured(320 + fromSecond * 16_000 + (index + 1) * 1_600, level),
  );
const failures = (events: ListeningEvent[]) =>
  run(events, patient).effects.flatMap((effect) =>
    effect.type === 'segment' && effect.effect.type === 'lost' ? [effect.effect.failure.cause] : [],
  );

const longEnough = tuning.unansweredMs / 1_000 + 1;

test('a session that answers speech with no word is replaced by a new one, once', () => {
  const silent = [...listening, ...sound(longEnough, loud)];
  expect(failures(silent)).toEqual(['unanswered']);
  const again = [...silent, timeout(), begin(), ...sound(2 * longEnough, loud, longEnough)];
  expect(failures(again)).toEqual(['unanswered']);
});

test('silence needs no answer, and speech with an answer keeps its session', () => {
  expect(failures([...listening, ...sound(longEnough, 0)])).toEqual([]);
  const partial = turn('Hi', { isFinal: false, endMs: 900 });
  expect(failures([...listening, ...sound(2, loud), partial, ...sound(30, loud, 2)])).toEqual([]);
});

/** A dictation that two sessions have not answered. */
const unanswered: ListeningEvent[] = [
  ...[dictate(), begin(), captured(320), ...sound(longEnough, loud)],
  ...[timeout(), begin(), ...sound(longEnough, loud, longEnough), end],
  captured(320 + 2 * longEnough * 16_000 + tailSamples),
  // The second session has sent all sound that waited.
  ...Array.from({ length: 100 }, () => session({ type: 'timeout' })),
];

test('a dictation without any answer tries one more session, and does not count as silence', () => {
  expect(failures(unanswered)).toEqual(['unanswered']);
  const { dictated, sessions } = runDictations([...unanswered, timeout(), termination()], patient);
  expect(sessions).toBe(2);
  expect(dictated).toMatchObject([{ text: '', isComplete: false }]);
});

test('a dictation that only the second session answers has all of its words', () => {
  const endMs = 2 * longEnough * 1_000;
  const { dictated } = runDictations([...unanswered, turn('Hi.', { endMs })], patient);
  expect(dictated).toMatchObject([{ text: 'Hi.', isComplete: true }]);
});

test('a dictation of a few sounds without a word counts as silence', () => {
  const { dictated } = runDictations(
    [
      ...[dictate(), begin(), captured(320), ...sound(2, loud), end],
      ...[captured(320 + 2 * 16_000 + tailSamples), timeout(), termination()],
    ],
    patient,
  );
  expect(dictated).toMatchObject([{ text: '', isComplete: true }]);
});

test('speech after a pause, in another session, causes no second retry', () => {
  const silent = [...listening, ...sound(longEnough, loud)];
  const paused = [...silent, captured(320 + (longEnough + 1) * 16_000), timeout(), begin()];
  const later = longEnough + 1;
  const { types } = run([...paused, begin(1), ...sound(2 * longEnough, loud, later)], patient);
  expect(types.filter((type) => type === 'connect')).toHaveLength(3);
  expect(failures([...paused, begin(1), ...sound(2 * longEnough, loud, later)])).toEqual([
    'unanswered',
  ]);
});
