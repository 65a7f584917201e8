import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calm, lost } from './conditions.fixture.ts';
import type { Mishap } from './line.fixture.ts';
import { vocabulary, wordsIn, type ScriptedWord } from './speech.fixture.ts';
import { dictate, type Utterance } from './world.fixture.ts';

/* In virtual time: every dictation has its own words and no others, once, whatever the line does. */

const cases = Number(process.env.CAPTIONKEY_REPLAY_CASES ?? 500);

const word: fc.Arbitrary<ScriptedWord> = fc.record({
  text: fc.constantFrom(...vocabulary),
  durationMs: fc.integer({ min: 60, max: 450 }),
  pauseMs: fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 10, max: 250 }) },
    { weight: 1, arbitrary: fc.integer({ min: 500, max: 2_000 }) },
  ),
});

const utterance: fc.Arbitrary<Utterance> = fc.record({
  words: fc.array(word, { maxLength: 12, size: 'max' }),
  isDictation: fc.boolean(),
  gapMs: fc.oneof(fc.nat(800), fc.nat(30_000)),
  leadMs: fc.integer({ min: 350, max: 900 }),
  trailMs: fc.nat(600),
  togglesCaptions: fc.boolean(),
});

const mishap: fc.Arbitrary<Mishap> = fc.record({
  connection: fc.nat(6),
  at: fc.oneof(
    fc.record({ frame: fc.integer({ min: 1, max: 200 }) }),
    fc.record({ message: fc.integer({ min: 1, max: 20 }) }),
    fc.constant({ begin: true as const }),
  ),
  toldAfterMs: fc.oneof(fc.constant(0), fc.nat(9_000)),
  failure: fc.constant(lost),
});

const textsOf = ({ words }: Utterance): string[] => words.map(({ text }) => text);

test(`${cases} random dictations, alone and beside captions`, { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(utterance, { minLength: 1, maxLength: 12, size: 'max' }),
      fc.boolean(),
      fc.record({
        seed: fc.integer({ min: 1, max: 2_000_000 }),
        mishaps: fc.array(mishap, { maxLength: 4, size: 'max' }),
        warmMs: fc.constantFrom(0, 5_000, 60_000),
      }),
      (utterances, hasCaptions, { seed, ...conditions }) => {
        const said = utterances.map((one) => (hasCaptions ? one : { ...one, isDictation: true }));
        const { dictated, words, listening } = dictate(said, hasCaptions, {
          ...calm(seed),
          ...conditions,
        });
        const wanted = said
          .map((one, index) => ({ id: said.length - 1 - index, words: textsOf(one), one }))
          .filter(({ one }) => one.isDictation)
          .map(({ id, words: texts }) => ({ id, words: texts }));
        expect(dictated.map(({ id, text }) => ({ id, words: wordsIn(text) }))).toEqual(wanted);
        expect(words).toEqual(said.flatMap(textsOf));
        expect(listening).toMatchObject({
          captions: { phase: 'off' },
          dictations: { all: [], turns: [] },
          passages: [],
          microphone: 'closed',
        });
      },
    ),
    { numRuns: cases },
  );
});
