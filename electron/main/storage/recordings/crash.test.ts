import fc from 'fast-check';
import { expect, test } from 'vitest';
import { millisecondsOf } from '#core/audio-format.ts';
import { shifted } from '#core/segments/spoken.ts';
import { calm, textsOf } from '#core/simulation/conditions.fixture.ts';
import type { Kept } from '#core/simulation/disk.fixture.ts';
import type { Conditions } from '#core/simulation/life.fixture.ts';
import { say, vocabulary, wordsIn, type SaidWord } from '#core/simulation/speech.fixture.ts';
import { cases, survey, surveyTimeoutMs } from '#core/simulation/survey.fixture.ts';
import { live } from '#core/simulation/world.fixture.ts';
import { addedTo, knownWordsFrom } from '../transcript/known-words.ts';

/*
 * In virtual time, main is killed while captions are on, and the next start transcribes the unsettled
 * sound. Every word with recorded sound is stored once.
 */

/** Captions until `killedAtMs`, then the next start: the recorded and the stored words. */
function killed(said: readonly SaidWord[], conditions: Conditions) {
  const stopMs = millisecondsOf(said.at(-1)?.endSample ?? 0) + 60_000;
  const { kept } = live(said, stopMs, conditions);
  const recorded = said.filter(({ endSample }) => endSample <= kept.recordedTo);
  return { recorded: textsOf(recorded), stored: afterRecovery(recorded, kept, conditions) };
}

/** Plays the rest of the recording to the service. The same service recognises it another time. */
function afterRecovery(
  recorded: readonly SaidWord[],
  { turns, settledTo, recordedTo }: Kept,
  conditions: Conditions,
): string[] {
  const left = recorded
    .filter(({ endSample }) => endSample > settledTo)
    .map(({ text, startSample, endSample }) => ({
      ...{ text, startSample: startSample - settledTo, endSample: endSample - settledTo },
    }));
  const { random } = conditions;
  const again = live(left, millisecondsOf(recordedTo - settledTo), { ...calm(), random });
  let known = knownWordsFrom(turns, settledTo);
  const added = again.kept.turns.map((turn) => {
    const [text, rest] = addedTo(known, shifted(turn, settledTo));
    known = rest;
    return text;
  });
  return [...turns, ...added].flatMap(({ text }) => wordsIn(text));
}

/** Two turns of eight words without a pause in between. */
const said = say(
  Array.from({ length: 16 }, (_, index) => ({
    text: vocabulary[(index * 3 + (index >> 2)) % vocabulary.length] ?? '',
    ...{ durationMs: 180, pauseMs: index === 7 ? 1_300 : 0 },
  })),
  300,
);

/** From the beginning of a word in the second turn to the end of the next one. */
const [fromMs, toMs] = [said[10]?.startSample ?? 0, said[11]?.endSample ?? 0].map(millisecondsOf);

test.each([
  ['at once', 0, 0],
  ['after some milliseconds', 5, 30],
  ['as late as usual', 40, 200],
])('after a final that was forced within a word and came %s', (_how, lineDelayMs, answerMs) => {
  for (let forcedMs = fromMs ?? 0; forcedMs <= (toMs ?? 0); forcedMs += 10)
    for (let killedAfterMs = 10; killedAfterMs <= 900; killedAfterMs += 50) {
      const { recorded, stored } = killed(said, {
        ...calm(forcedMs + killedAfterMs),
        ...{ lineDelayMs, answerMs, endpointsMs: [forcedMs] },
        killedAtMs: forcedMs + killedAfterMs,
      });
      expect(stored, `forced at ${forcedMs} ms, killed ${killedAfterMs} ms later`).toEqual(
        recorded,
      );
    }
});

const length = fc.record({
  durationMs: fc.integer({ min: 60, max: 450 }),
  pauseMs: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 10, max: 250 }) },
    { weight: 1, arbitrary: fc.integer({ min: 250, max: 500 }) },
    { weight: 2, arbitrary: fc.integer({ min: 500, max: 3_000 }) },
  ),
});
const lengths = fc.array(length, { minLength: 1, maxLength: 30, size: 'max' });

const happened = fc.record({
  endpointsMs: fc.array(fc.nat(20_000), { maxLength: 3, size: 'max' }),
  killedAtMs: fc.nat(25_000),
  lineDelayMs: fc.constantFrom(0, 10, 40, 200),
  answerMs: fc.constantFrom(0, 50, 200, 600),
  turnSilenceMs: fc.constantFrom(100, 400),
  softMs: fc.constantFrom(0, 40, 100),
});
const seeds = fc.integer({ min: 1, max: 2_000_000 });

test(`${cases} random kills`, { timeout: surveyTimeoutMs }, () => {
  survey(
    'random kills',
    fc.property(lengths, happened, seeds, (script, conditions, seed) => {
      const spoken = script.map((one, index) => ({ ...one, text: `word${letter(index)}` }));
      const { recorded, stored } = killed(say(spoken, 300), { ...calm(seed), ...conditions });
      expect(stored).toEqual(recorded);
    }),
  );
});

const letter = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + (index % 26));

/** A turn is stored without the times of its words: which of two equal ones it had may be uncertain. */
const repeatingCases = Math.ceil(cases / 10);

test(
  `${repeatingCases} random kills of speech that repeats few words: one word in doubt at most`,
  { timeout: surveyTimeoutMs },
  () => {
    const texts = fc.array(fc.constantFrom(...vocabulary), { minLength: 30, maxLength: 30 });
    survey(
      'random kills of speech that repeats few words',
      fc.property(lengths, texts, happened, seeds, (script, repeated, conditions, seed) => {
        const spoken = script.map((one, index) => ({ ...one, text: repeated[index] ?? '' }));
        const { recorded, stored } = killed(say(spoken, 300), { ...calm(seed), ...conditions });
        expect(Math.abs(stored.length - recorded.length)).toBeLessThanOrEqual(1);
      }),
      repeatingCases,
    );
  },
);
