import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Failure } from '../assemblyai/failure.ts';
import { calm, lost, restsIn, stopAfter, textsOf, type WantedRest } from './conditions.fixture.ts';
import { say, vocabulary, type ScriptedWord } from './speech.fixture.ts';
import { longestTurnMs, outage } from './happenings.fixture.ts';
import type { Fault } from './line.fixture.ts';
import type { Outcome } from './life.fixture.ts';
import { cases, survey, surveyTimeoutMs } from './survey.fixture.ts';
import { live } from './world.fixture.ts';

/* In virtual time: whatever happens to the line, every word is there, and none is there twice. */

const word: fc.Arbitrary<ScriptedWord> = fc.record({
  text: fc.constantFrom(...vocabulary),
  durationMs: fc.integer({ min: 60, max: 450 }),
  pauseMs: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 10, max: 250 }) },
    { weight: 1, arbitrary: fc.integer({ min: 250, max: 500 }) },
    { weight: 2, arbitrary: fc.integer({ min: 500, max: 3_000 }) },
  ),
});

const failure: fc.Arbitrary<Failure> = fc.constantFrom<Failure[]>(
  lost,
  { cause: 'closed', code: 1011 },
  { cause: 'error', code: 3005, text: 'Session cancelled' },
  { cause: 'error', code: 3008, text: 'Session expired' },
  { cause: 'error', code: 3009, text: 'Too many concurrent sessions' },
  { cause: 'error', code: 1008, text: 'Too many concurrent sessions' },
);

const fault: fc.Arbitrary<Fault> = fc.record({
  connection: fc.nat(6),
  at: fc.oneof(
    { weight: 4, arbitrary: fc.record({ frame: fc.integer({ min: 1, max: 400 }) }) },
    { weight: 4, arbitrary: fc.record({ message: fc.integer({ min: 1, max: 30 }) }) },
    { weight: 1, arbitrary: fc.constant({ begin: true as const }) },
  ),
  reportedAfterMs: fc.oneof(fc.constant(0), fc.nat(12_000)),
  failure,
});

const wantedRest: fc.Arbitrary<WantedRest> = fc.record({
  afterWord: fc.nat(80),
  lengthMs: fc.oneof(fc.nat(500), fc.nat(30_000)),
});

const momentsMs = fc.array(fc.nat(60_000), { maxLength: 3, size: 'max' });

/** What may happen, besides word times and misheard words. */
const happenings = {
  seed: fc.integer({ min: 1, max: 2_000_000 }),
  faults: fc.array(fault, { maxLength: 6, size: 'max' }),
  outages: fc.array(outage, { maxLength: 2, size: 'max' }),
  endpointsMs: momentsMs,
  renewalsMs: momentsMs,
  warmMs: fc.constantFrom(0, 5_000, 60_000),
  longestTurnMs,
  softMs: fc.constantFrom(0, 40, 100),
  rests: fc.array(wantedRest, { maxLength: 8, size: 'max' }),
};

const script = fc.array(word, { minLength: 1, maxLength: 80, size: 'max' });

interface Hearing {
  misheard: number;
  badTimesPercent: number;
}

/** Without times, a misheard word cannot be distinguished from an extra one, so these cases are apart. */
const hearing: fc.Arbitrary<Hearing> = fc
  .record({
    misheard: fc.constantFrom(0, 0, 0.05),
    badTimesPercent: fc.constantFrom(0, 0, 0, 10, 100),
  })
  .filter(({ misheard, badTimesPercent }) => misheard === 0 || badTimesPercent < 100);

const undecidable: fc.Arbitrary<Hearing> = fc.constant({ misheard: 0.05, badTimesPercent: 100 });

/** The words that were said in a random case, and its result. */
function tried(
  scripted: readonly ScriptedWord[],
  happened: RecordOf<typeof happenings>,
  heard: Hearing,
): { texts: string[]; outcome: Outcome } {
  const said = say(scripted, 300);
  const { seed: ofCase, rests, ...conditions } = happened;
  const outcome = live(said, stopAfter(said), {
    ...calm(ofCase),
    ...conditions,
    ...heard,
    rests: restsIn(said, rests),
  });
  return { texts: textsOf(said), outcome };
}

type RecordOf<T> = { [Name in keyof T]: T[Name] extends fc.Arbitrary<infer Value> ? Value : never };

const isOver = { captions: { phase: 'off' }, segments: [], finishing: [] };

test(
  `${cases} random cases of drops, stalls, outages, endpoints, renewals and rests`,
  { timeout: surveyTimeoutMs },
  () => {
    survey(
      'random captions',
      fc.property(script, fc.record(happenings), hearing, (...one) => {
        const { texts, outcome } = tried(...one);
        // A word that is first heard by a second session may be heard as another there.
        const heard = outcome.words.map((text, at) => (text === 'other' ? texts[at] : text));
        expect(heard).toEqual(texts);
        expect(outcome.listening).toMatchObject(isOver);
      }),
    );
  },
);

const undecidableCases = Math.ceil(cases / 10);

test(
  `${undecidableCases} random cases without any times, and words misheard: one word in doubt at most`,
  { timeout: surveyTimeoutMs },
  () => {
    survey(
      'random captions without any times, and words misheard',
      fc.property(script, fc.record(happenings), undecidable, (...one) => {
        const { texts, outcome } = tried(...one);
        expect(Math.abs(outcome.words.length - texts.length)).toBeLessThanOrEqual(1);
        expect(outcome.listening).toMatchObject(isOver);
      }),
      undecidableCases,
    );
  },
);
