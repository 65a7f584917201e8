import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { millisecondsOf } from '../audio-format.ts';
import type { Failure } from '../streaming/failure.ts';
import { say, vocabulary, type SaidWord, type ScriptedWord } from './speech.fixture.ts';
import { live, type Conditions, type Mishap } from './world.fixture.ts';

/* In virtual time: whatever happens to the line, every word is there, and none is there twice. */

/** How many random cases; more of them by the command for slow checks. */
const cases = Number(process.env.CAPTIONKEY_REPLAY_CASES ?? 500);

/** Numbers from 0 to 1, the same again for the same seed (Park and Miller). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

const calm = (seed = 1): Conditions => ({
  random: randomFrom(seed),
  earlyMs: 1_000,
  lateMs: 240,
  mishaps: [],
  outages: [],
  endpointsMs: [],
  renewalsMs: [],
});

/** The end of what is said, and a breath more. */
const stopAfter = (said: readonly SaidWord[]): number =>
  millisecondsOf(said.at(-1)?.endSample ?? 0) + 300;

const textsOf = (said: readonly SaidWord[]): string[] => said.map(({ text }) => text);

const lost: Failure = { cause: 'closed', code: 1006 };

describe('ten turns, and the line is cut once', () => {
  const script = Array.from({ length: 50 }, (_, index) => ({
    text: vocabulary[(index * 3 + (index >> 2)) % vocabulary.length] ?? '',
    durationMs: 180,
    pauseMs: index % 5 === 4 ? 900 : 90,
  }));
  const said = say(script, 300);
  const stopMs = stopAfter(said);
  const whole = live(said, stopMs, calm());

  test('nothing is lost without a cut, and it is one connection', () => {
    expect(whole.words).toEqual(textsOf(said));
    expect(whole.turns).toHaveLength(10);
    expect(whole.connections).toBe(1);
  });

  const cutAt = (at: Mishap['at'], toldAfterMs: number): string[] =>
    live(said, stopMs, {
      ...calm(),
      mishaps: [{ connection: 0, at, toldAfterMs, failure: lost }],
    }).words;

  test.each([0, 2_500])('between any two frames, told after %d ms', (toldAfterMs) => {
    for (let frame = 1; frame <= whole.frames; frame++)
      expect(cutAt({ frame }, toldAfterMs), `cut at frame ${frame}`).toEqual(textsOf(said));
  });

  test.each([0, 2_500])('before any message, told after %d ms', (toldAfterMs) => {
    expect(cutAt({ begin: true }, toldAfterMs)).toEqual(textsOf(said));
    for (let message = 1; message <= whole.messages; message++)
      expect(cutAt({ message }, toldAfterMs), `cut at message ${message}`).toEqual(textsOf(said));
  });
});

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

const mishap: fc.Arbitrary<Mishap> = fc.record({
  connection: fc.nat(6),
  at: fc.oneof(
    { weight: 4, arbitrary: fc.record({ frame: fc.integer({ min: 1, max: 400 }) }) },
    { weight: 4, arbitrary: fc.record({ message: fc.integer({ min: 1, max: 30 }) }) },
    { weight: 1, arbitrary: fc.constant({ begin: true as const }) },
  ),
  toldAfterMs: fc.oneof(fc.constant(0), fc.nat(12_000)),
  failure,
});

const outage = fc
  .record({ fromMs: fc.nat(40_000), lengthMs: fc.nat(60_000) })
  .map(({ fromMs, lengthMs }) => ({ fromMs, toMs: fromMs + lengthMs }));

const momentsMs = fc.array(fc.nat(60_000), { maxLength: 3, size: 'max' });

test(
  `${cases} random cases of drops, stalls, outages, endpoints and renewals`,
  { timeout: 600_000 },
  () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 80, size: 'max' }),
        fc.record({
          seed: fc.integer({ min: 1, max: 2_000_000 }),
          mishaps: fc.array(mishap, { maxLength: 6, size: 'max' }),
          outages: fc.array(outage, { maxLength: 2, size: 'max' }),
          endpointsMs: momentsMs,
          renewalsMs: momentsMs,
        }),
        (script, { seed, ...conditions }) => {
          const said = say(script, 300);
          const { words, listening } = live(said, stopAfter(said), {
            ...calm(seed),
            ...conditions,
          });
          expect(words).toEqual(textsOf(said));
          expect(listening).toMatchObject({
            captions: { phase: 'off' },
            passages: [],
            finishing: [],
          });
        },
      ),
      { numRuns: cases },
    );
  },
);
