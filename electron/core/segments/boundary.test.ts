import { describe, expect, test } from 'vitest';
import { boundaryAt, costAfter, costBefore, voicedSides, type Boundary } from './boundary.ts';
import { at, stretch, voiceIn } from './voice.fixture.ts';
import { weights } from './weights.ts';

const word = (fromMs: number, toMs: number) => ({ text: 'word', ...stretch(fromMs, toMs) });
const untimed = (fromMs: number, toMs: number) =>
  ({ ...word(fromMs, toMs), isUntimed: true }) as const;

describe('the voice around a sample', () => {
  const voice = voiceIn([500, 1_000], [2_000, 3_000]);
  const around = (ms: number): Boundary => boundaryAt(voice, at(ms));

  test('in a pause, is that before and after the pause', () => {
    expect(around(1_500)).toEqual({
      ...{ sample: at(1_500), voicedTo: at(1_000), voicedFrom: at(2_000) },
    });
  });

  test('within the voice, is right at the sample', () => {
    expect(around(2_500)).toMatchObject({ voicedTo: at(2_500), voicedFrom: at(2_500) });
  });

  test('at the end of the voice, goes on after the pause', () => {
    expect(around(1_000)).toMatchObject({ voicedTo: at(1_000), voicedFrom: at(2_000) });
  });

  test('is none before the first voice and after the last', () => {
    expect(around(100)).toMatchObject({ voicedTo: 0, voicedFrom: at(500) });
    expect(around(3_500)).toMatchObject({ voicedTo: at(3_000), voicedFrom: Infinity });
  });
});

test.each([
  ['before', voiceIn([100, 900])],
  ['before', voiceIn([100, 1_000])],
  ['after', voiceIn([1_000, 1_500])],
  ['both', voiceIn([900, 1_100])],
  ['both', voiceIn([100, 200], [1_800, 1_900])],
  ['none', voiceIn()],
  ['none', voiceIn([2_000, 2_500])],
] as const)('a stretch of sound has voice on one side of a sample or both: %s', (sides, voice) => {
  expect(voicedSides(voice, stretch(0, 2_000), at(1_000))).toBe(sides);
});

/** A pause from 1 to 2 s, with the sample in its middle. */
const pause: Boundary = { sample: at(1_500), voicedTo: at(1_000), voicedFrom: at(2_000) };

describe('that a word ended with the voice before a boundary', () => {
  test.each([
    [900, 0],
    [1_070, 0],
    [1_155, 0.35],
    [1_240, 0.7],
    [1_470, 1.65],
    [1_700, 2.6],
    [2_344, 4.4],
    [2_600, weights.impossible],
  ])('costs more the later its end is reported: %i ms', (toMs, cost) => {
    expect(costBefore(word(800, toMs), pause)).toBeCloseTo(cost, 5);
  });

  test('is impossible if the word begins after the voice', () => {
    expect(costBefore(word(1_060, 1_070), pause)).toBe(0);
    expect(costBefore(word(1_061, 1_070), pause)).toBe(weights.impossible);
  });

  test('costs half as much lateness without times, and no more than a late turn', () => {
    expect(costBefore(untimed(1_200, 1_310), pause)).toBeCloseTo(0.35, 5);
    expect(costBefore(untimed(0, 60_000), pause)).toBe(weights.latestTurn);
  });

  test('is impossible without times if all sound of its turn is after the boundary', () => {
    expect(costBefore(untimed(1_499, 1_600), pause)).toBeLessThan(weights.latestTurn);
    expect(costBefore(untimed(1_500, 1_600), pause)).toBe(weights.impossible);
  });
});

describe('that a word began with the voice after a boundary', () => {
  test.each([
    [1_900, weights.impossible],
    [2_005, 13],
    [2_070, 6],
    [2_110, 3.8],
    [2_150, 1.6],
    [2_600, 0.1],
    [3_344, 0],
    [9_000, 0],
  ])('costs less the later its end is reported: %i ms', (toMs, cost) => {
    expect(costAfter(word(1_800, toMs), pause)).toBeCloseTo(cost, 5);
  });

  test('is possible if its beginning is reported up to a second early', () => {
    expect(costAfter(word(940, 3_400), pause)).toBe(0);
    expect(costAfter(word(939, 3_400), pause)).toBe(weights.impossible);
  });

  test('costs nothing without times, unless all sound of its turn is before that voice', () => {
    expect(costAfter(untimed(0, 2_001), pause)).toBe(0);
    expect(costAfter(untimed(0, 2_000), pause)).toBe(weights.impossible);
  });
});
