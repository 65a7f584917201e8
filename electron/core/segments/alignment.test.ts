import { describe, expect, test } from 'vitest';
import { alignmentCosts, timeCost } from './alignment.ts';
import type { SpokenWord } from './spoken-word.ts';
import { at, stretch } from './voice.fixture.ts';

const words = (text: string, endMs = 300): SpokenWord[] =>
  text.split(' ').map((one) => ({ text: one, ...stretch(0, endMs) }));
const asUntimed = (word: SpokenWord): SpokenWord => ({ ...word, isUntimed: true });

/** The cost of aligning all of the words. */
const cost = (heard: readonly SpokenWord[], known: readonly SpokenWord[]): number =>
  alignmentCosts(heard, known, 0).at(-1)?.at(-1) ?? NaN;

test('a difference of times costs more the larger it is, up to what was ever measured', () => {
  expect(timeCost(at(675))).toBeCloseTo(0.1, 5);
  expect(timeCost(at(1_350))).toBeCloseTo(0.2, 5);
  expect(timeCost(at(1_351))).toBe(0.6);
});

describe('a word that is recognised again', () => {
  test.each([
    ['Hold', 'hold,'],
    ['ÜBER', 'über'],
    ['İstanbul', 'istanbul'],
    ['%', '%.'],
    ['👍', '👍'],
    ['𐐀', '𐐨'],
  ])('costs nothing, whatever its capitals and punctuation: %s', (heard, known) => {
    expect(cost(words(heard), words(known))).toBe(0);
  });

  test('costs by the difference of its times, if both have any', () => {
    const [early, late] = [words('yes'), words('yes', 975)];
    expect(cost(early, late)).toBeCloseTo(0.1, 5);
    expect(cost(late, early)).toBeCloseTo(0.1, 5);
    expect(cost(early, late.map(asUntimed))).toBe(0);
    expect(cost(early.map(asUntimed), late)).toBe(0);
  });

  test.each([
    ['than', 'then', 0.25],
    ['key', 'keys', 0.25],
    ['keys', 'key', 0.25],
    ['scream', 'cream', 1 / 6],
    ['go', 'cat', 1],
  ])('costs by the share of letters that are misheard: %s for %s', (heard, known, share) => {
    expect(cost(words(heard), words(known))).toBeCloseTo(0.75 * share, 5);
  });
});

test('a missing word and an extra word cost the same', () => {
  expect(cost(words('hold key'), words('hold a key'))).toBeCloseTo(1.2, 5);
  expect(cost(words('hold a key'), words('hold key'))).toBeCloseTo(1.2, 5);
});

test('one word for two, or two for one, costs only the difference of their times', () => {
  const [two, one] = [words('can not'), words('cannot', 975)];
  expect(cost(one, two)).toBeCloseTo(0.1, 5);
  expect(cost(two, one)).toBeCloseTo(0.1, 5);
});
