import { describe, expect, test } from 'vitest';
import { rateCosts } from './speech-rate.ts';
import { at, stretch, voiceIn } from './voice.fixture.ts';
import { weights } from './weights.ts';

/** A word takes 350 ms of voice with its gap, and the last word of a turn 200 ms. */
const lengthMs = (words: number): number => words * 350 - 150;

/** The boundary is at 10 s of 20 s. */
const sound = { ...stretch(0, 20_000), boundary: at(10_000) };

/** The costs of a first turn in voice of this length before the boundary. */
const firstTurn = (words: number, voiceMs: number) =>
  rateCosts({ before: 0, next: words }, sound, voiceIn([0, voiceMs]));

describe('a turn in voice before the boundary', () => {
  test.each([1, 2, 10])('costs nothing there if its %i words take that long', (words) => {
    expect(firstTurn(words, lengthMs(words)).before).toBeCloseTo(0);
  });

  test.each([1, 4])(
    'of %i words costs more, the more its length differs from the usual, in multiples of the spread',
    (words) => {
      const spread = weights.turnSpread + weights.wordSpread / Math.sqrt(words);
      const cost = (spreads: number): number =>
        firstTurn(words, lengthMs(words) * Math.exp(spreads * spread)).before;
      expect(cost(1)).toBeCloseTo(0.5);
      expect(cost(2)).toBeCloseTo(2);
      expect(cost(-2)).toBeCloseTo(2);
    },
  );

  test('costs the most after the boundary, where no voice is, and no more than that', () => {
    expect(firstTurn(1, 200).after).toBe(weights.mostRate);
    expect(firstTurn(1, 9_000).before).toBe(weights.mostRate);
  });

  test('may end in a pause, if more is said before the boundary', () => {
    const voice = voiceIn([0, 200], [1_000, 6_000]);
    expect(rateCosts({ before: 0, next: 1 }, sound, voice).before).toBeCloseTo(0);
  });
});

describe('a turn in voice after the boundary', () => {
  test('costs nothing there, and the most before it', () => {
    const costs = rateCosts({ before: 0, next: 2 }, sound, voiceIn([11_000, 11_550]));
    expect(costs.before).toBe(weights.mostRate);
    expect(costs.after).toBeCloseTo(0);
  });

  test('may end in a pause, if more is said after it', () => {
    const voice = voiceIn([11_000, 11_550], [12_000, 19_000]);
    expect(rateCosts({ before: 0, next: 2 }, sound, voice).after).toBeCloseTo(0);
  });
});

describe('a turn that follows final words', () => {
  const counts = { before: 1, next: 3 };

  test('costs nothing before the boundary if both fit the voice there, with a pause between them', () => {
    const costs = rateCosts(counts, sound, voiceIn([0, 200], [1_000, 1_900]));
    expect(costs.before).toBeCloseTo(0);
    expect(costs.after).toBeGreaterThan(weights.mostRate);
  });

  test('costs nothing after the boundary if the final words take all voice before it', () => {
    const costs = rateCosts(counts, sound, voiceIn([0, 200], [11_000, 11_900]));
    expect(costs.before).toBeGreaterThanOrEqual(weights.mostRate);
    expect(costs.after).toBeCloseTo(0);
  });

  test.each([
    ['goes on over the boundary', voiceIn([5_000, 12_000])],
    ['ends at the boundary', voiceIn([5_000, 10_000])],
    ['paused only at the start of the sound', voiceIn([-500, 0], [5_000, 12_000])],
  ])('was not said before the boundary if the voice %s', (_what, voice) => {
    expect(rateCosts(counts, sound, voice).before).toBe(Infinity);
  });
});
