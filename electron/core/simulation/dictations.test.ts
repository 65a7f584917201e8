import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import { calm, lost } from './conditions.fixture.ts';
import type { Gesture } from './hand.fixture.ts';
import type { Fault } from './line.fixture.ts';
import { outage, longestTurnMs } from './happenings.fixture.ts';
import { vocabulary, wordsIn, type ScriptedWord } from './speech.fixture.ts';
import type { Utterance } from './life.fixture.ts';
import { cases, survey, surveyTimeoutMs } from './survey.fixture.ts';
import { dictate } from './world.fixture.ts';

/*
 * In virtual time: every dictation has its own words and no others, once, and nothing is stuck,
 * whatever the hand does with the key and Escape, whichever releases get lost, whatever the line does.
 */

const word: fc.Arbitrary<ScriptedWord> = fc.record({
  text: fc.constantFrom(...vocabulary),
  durationMs: fc.integer({ min: 60, max: 450 }),
  pauseMs: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 10, max: 250 }) },
    { weight: 1, arbitrary: fc.integer({ min: 500, max: 2_000 }) },
  ),
});

const gesture: fc.Arbitrary<Gesture> = fc.record({
  how: fc.constantFrom<Gesture['how'][]>('hold', 'hold', 'tap', 'verb'),
  mode: fc.constantFrom<Gesture['mode'][]>('auto', 'hold', 'toggle'),
  isDeaf: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
  isCancelled: fc.integer({ max: 4, min: 0 }).map((n) => n === 0),
  releaseReportedAfterMs: fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.nat(2 * tuning.holdCheckMs) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  stray: fc.constantFrom<Gesture['stray'][]>(null, null, null, 'release', 'cancel', 'stop'),
});

const held: Gesture = {
  how: 'hold',
  mode: 'hold',
  isDeaf: false,
  isCancelled: false,
  releaseReportedAfterMs: 0,
  stray: null,
};

/** Words that begin sooner after a release are still in the tail of that dictation. */
const shortestLeadMs = 200;

const utterance: fc.Arbitrary<Utterance> = fc.record({
  words: fc.array(word, { maxLength: 12, size: 'max' }),
  gesture: fc.option(gesture, { freq: 2 }),
  gapMs: fc.oneof(fc.nat(tuning.tailMs), fc.nat(800), fc.nat(30_000)),
  leadMs: fc.integer({ min: shortestLeadMs, max: 900 }),
  trailMs: fc.nat(600),
  togglesCaptions: fc.boolean(),
  unheard: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(word, { maxLength: 5, size: 'max' }) },
  ),
});

const fault: fc.Arbitrary<Fault> = fc.record({
  connection: fc.nat(6),
  at: fc.oneof(
    fc.record({ frame: fc.integer({ min: 1, max: 200 }) }),
    fc.record({ message: fc.integer({ min: 1, max: 20 }) }),
    fc.constant({ begin: true as const }),
  ),
  reportedAfterMs: fc.oneof(fc.constant(0), fc.nat(tuning.stallTimeoutMs + tuning.pingIntervalMs)),
  failure: fc.constant(lost),
});

/**
 * Without times of words, only pauses and the length of the voice show on which side of a press a word
 * was said.
 */
const withoutTimes = (one: Utterance): Utterance => ({
  ...one,
  leadMs: Math.max(one.leadMs, tuning.silenceMs + 50),
  words: one.words.map((word) => ({ ...word, durationMs: Math.max(word.durationMs, 150) })),
});

const textsOf = ({ words }: Utterance): string[] => words.map(({ text }) => text);

/** Before anything is said to captions, or asked for by a verb, a release that got lost is found. */
function foundInTime(one: Utterance, index: number, all: readonly Utterance[]): Utterance {
  const next = all[index + 1];
  const reportedAfterMs = one.gesture?.releaseReportedAfterMs ?? null;
  const isPressedNext = next !== undefined && next.gesture !== null && next.gesture.how !== 'verb';
  if (one.gesture === null || reportedAfterMs === null || isPressedNext) return one;
  const releaseReportedAfterMs = Math.min(reportedAfterMs, next?.gapMs ?? Infinity);
  return { ...one, gesture: { ...one.gesture, releaseReportedAfterMs } };
}

test(`${cases} random dictations, alone and beside captions`, { timeout: surveyTimeoutMs }, () => {
  survey(
    'random dictations',
    fc.property(
      fc.array(utterance, { minLength: 1, maxLength: 12, size: 'max' }),
      fc.boolean(),
      fc.record({
        seed: fc.integer({ min: 1, max: 2_000_000 }),
        faults: fc.array(fault, { maxLength: 4, size: 'max' }),
        outages: fc.array(outage, { maxLength: 2, size: 'max' }),
        warmMs: fc.constantFrom(0, 5_000, 60_000),
        hasPreRoll: fc.boolean(),
        areApart: fc.boolean(),
        longestTurnMs,
        badTimesPercent: fc.constantFrom(0, 0, 0, 10, 100),
      }),
      (utterances, hasCaptions, { seed, ...conditions }) => {
        const said = utterances
          .map((one) => (conditions.badTimesPercent === 0 ? one : withoutTimes(one)))
          .map((one) =>
            hasCaptions ? { ...one, unheard: [] } : { ...one, gesture: one.gesture ?? held },
          )
          .map(foundInTime);
        const { dictated, saidIn, words, keying, listening } = dictate(said, hasCaptions, {
          ...calm(seed),
          ...conditions,
        });
        expect(dictated.map(({ id, text }) => ({ id, words: wordsIn(text) }))).toEqual(saidIn);
        expect(keying).toBe('idle');
        expect(words).toEqual(said.flatMap(textsOf));
        expect(listening).toMatchObject({
          captions: { phase: 'off' },
          dictations: { all: [], turns: [] },
          segments: [],
          microphone: 'closed',
        });
      },
    ),
  );
});

/**
 * A final ends less than half a second before the last voice, so that the rest is likely a breath;
 * and the connection has died just then, which is reported later.
 */
test('the last word is not lost where the line dies with it, unnoticed for half a second', () => {
  const pauses: [durationMs: number, pauseMs: number][] = [
    [60, 10],
    [60, 10],
    [60, 10],
    [345, 1_204],
    [133, 44],
    [88, 243],
    [64, 131],
    [393, 96],
    [296, 148],
    [254, 1_890],
    [423, 162],
    [382, 500],
  ];
  const words = pauses.map(([durationMs, pauseMs]) => ({ text: 'no', durationMs, pauseMs }));
  const gesture: Gesture = { ...held, mode: 'auto', isDeaf: true, isCancelled: true };
  const silent = {
    ...{ words: [], gesture: null, leadMs: 350, trailMs: 0, togglesCaptions: false, unheard: [] },
  };
  const spoken = { ...silent, words, gesture, gapMs: 121, leadMs: 536, trailMs: 99 };
  const { dictated, saidIn } = dictate(
    [{ ...silent, gapMs: 0 }, spoken, { ...silent, gapMs: 0 }],
    true,
    {
      ...calm(182_409),
      faults: [
        { connection: 1, at: { frame: 161 }, reportedAfterMs: 240, failure: lost },
        { connection: 0, at: { frame: 26 }, reportedAfterMs: 0, failure: lost },
      ],
    },
  );
  expect(dictated.map(({ id, text }) => ({ id, words: wordsIn(text) }))).toEqual(saidIn);
});

/**
 * The session begins after both dictations are spoken, so the service answers the sound of the first
 * while it is sent that of the second.
 */
test('a sentence without word times stays in its dictation where both dictations waited for the line', () => {
  const sentence = (text: string, count: number, pauseMs: number): ScriptedWord[] =>
    Array.from({ length: count }, (_, index) => ({
      ...{ text, durationMs: 300, pauseMs: index === count - 1 ? pauseMs : 80 },
    }));
  const spoken = { gesture: held, leadMs: 350, trailMs: 150, togglesCaptions: false, unheard: [] };
  const { dictated, saidIn } = dictate(
    [
      { ...spoken, gapMs: 0, words: [...sentence('yes', 4, 700), ...sentence('key', 7, 0)] },
      { ...spoken, gapMs: 100, words: [...sentence('no', 4, 650), ...sentence('no', 6, 0)] },
    ],
    false,
    {
      ...calm(3),
      faults: [{ connection: 0, at: { begin: true }, reportedAfterMs: 7_000, failure: lost }],
      badTimesPercent: 100,
    },
  );
  expect(dictated.map(({ id, text }) => ({ id, words: wordsIn(text) }))).toEqual(saidIn);
});
