import { samplesIn } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import type { SpokenWord } from './spoken-word.ts';

/*
 * What it costs to take the words of two hearings for the same words. The unit is one word that is
 * heard where none was, or so; the likelier a difference is, the less it costs.
 */

/** A known word is not heard again. */
const missingCost = 1.2;
/** A word is heard that was not there before. */
const extraCost = 1.2;
/** A word is heard as quite another one: what services mostly do when they hear sound again. */
const otherCost = 0.75;

/** Times that two hearings of one word can have cost up to so much, the nearer the less. */
const unlikelyTimeCost = 0.2;
/** No two hearings of one word were measured to have such times. */
const impossibleTimeCost = 0.6;

const differSamples = samplesIn(tuning.wordEndLateMs);

/** What it costs that a word ends so far from where it should, by what the service reports. */
export const timeCost = (samples: number): number =>
  samples > differSamples ? impossibleTimeCost : (unlikelyTimeCost * samples) / differSamples;

const costOfSame = (one: SpokenWord, other: SpokenWord): number =>
  one.isUntimed === true || other.isUntimed === true
    ? 0
    : timeCost(Math.abs(one.endSample - other.endSample));

/**
 * What it costs to align every head of one list of words with every head of the other. Two words
 * may be heard as one ("can not", "cannot"), and one as two.
 *
 * @param mayLackHead the first known words may be missing for nothing
 * @returns the costs by how many words are heard, and then by how many are known
 */
export function alignmentCosts(
  heard: readonly SpokenWord[],
  known: readonly SpokenWord[],
  mayLackHead: boolean,
): number[][] {
  const heardTexts = heard.map(plainText);
  const knownTexts = known.map(plainText);
  const rows: number[][] = [];
  for (let i = 0; i <= heard.length; i++) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= known.length; j++) {
      const at = (up: number, left: number): number => rows[i - up]?.[j - left] ?? Infinity;
      const [h, h2] = [heardTexts[i - 1] ?? '', heardTexts[i - 2] ?? ''];
      const [k, k2] = [knownTexts[j - 1] ?? '', knownTexts[j - 2] ?? ''];
      const [one, other] = [heard[i - 1], known[j - 1]];
      const times = one === undefined || other === undefined ? 0 : costOfSame(one, other);
      const isStart = i === 0 && (j === 0 || mayLackHead);
      row.push(
        Math.min(
          isStart ? 0 : Infinity,
          i > 0 ? at(1, 0) + extraCost : Infinity,
          j > 0 ? at(0, 1) + missingCost : Infinity,
          i > 0 && j > 0 ? at(1, 1) + otherCost * difference(h, k) + times : Infinity,
          i > 1 && j > 0 && h2 + h === k ? at(2, 1) + times : Infinity,
          i > 0 && j > 1 && k2 + k === h ? at(1, 2) + times : Infinity,
        ),
      );
    }
  }
  return rows;
}

/** How unlike two words are: 0 to 1. Other words mostly sound alike. */
function difference(one: string, other: string): number {
  if (one === other) return 0;
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of Array.from(one).entries()) {
    const above = row;
    row = [index + 1];
    for (let column = 0; column < other.length; column++)
      row.push(
        Math.min(
          (above[column] ?? 0) + (letter === other[column] ? 0 : 1),
          (above[column + 1] ?? 0) + 1,
          (row[column] ?? 0) + 1,
        ),
      );
  }
  return (row.at(-1) ?? 0) / Math.max(one.length, other.length, 1);
}

/** Punctuation and capitals depend on what comes after, so they may differ the second time. */
const plainText = ({ text }: SpokenWord): string =>
  text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
