import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import type { SpokenWord } from './spoken-word.ts';

/*
 * The cost of aligning the words that two sessions recognised in the same sound. About one unit is one
 * extra word. The likelier a difference is, the less it costs.
 */

/** A known word is not recognised again. */
const missingCost = 1.2;
/** A word is recognised that was not there before. */
const extraCost = 1.2;
/** A word is recognised as another one: the most common difference when sound is sent again. */
const otherCost = 0.75;

/** The most that a plausible difference of times costs; a smaller difference costs less. */
const unlikelyTimeCost = 0.2;
/** The cost of a difference that was never measured between two recognitions of one word. */
const impossibleTimeCost = 0.6;

const differSamples = samplesIn(tuning.wordEndLateMs);

/** The cost of a difference between the reported ends of one word. */
export const timeCost = (samples: number): number =>
  samples > differSamples ? impossibleTimeCost : (unlikelyTimeCost * samples) / differSamples;

const costOfSame = (one: SpokenWord, other: SpokenWord): number =>
  one.isUntimed === true || other.isUntimed === true
    ? 0
    : timeCost(Math.abs(one.endSample - other.endSample));

/**
 * The cost of aligning every head of one list of words with every head of the other. Two words may be
 * recognised as one ("can not", "cannot"), and one as two.
 *
 * @param mayLack how many of the first known words may be missing at no cost
 * @returns the costs, indexed by the number of heard words and then of known words
 */
export function alignmentCosts(
  heard: readonly SpokenWord[],
  known: readonly SpokenWord[],
  mayLack: number,
): number[][] {
  const heardTexts = heard.map(plainText);
  const knownTexts = known.map(plainText);
  const rows: number[][] = [];
  for (let i = 0; i <= heard.length; i++) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= known.length; j++) {
      // A head that does not exist costs infinitely much.
      const at = (up: number, left: number): number => rows[i - up]?.[j - left] ?? Infinity;
      const [h, h2] = [heardTexts[i - 1] ?? '', heardTexts[i - 2] ?? ''];
      const [k, k2] = [knownTexts[j - 1] ?? '', knownTexts[j - 2] ?? ''];
      const [one, other] = [heard[i - 1], known[j - 1]];
      const times = one === undefined || other === undefined ? 0 : costOfSame(one, other);
      const isStart = i === 0 && j <= mayLack;
      row.push(
        Math.min(
          isStart ? 0 : Infinity,
          at(1, 0) + extraCost,
          at(0, 1) + missingCost,
          at(1, 1) + otherCost * difference(h, k) + times,
          h2 + h === k ? at(2, 1) + times : Infinity,
          k2 + k === h ? at(1, 2) + times : Infinity,
        ),
      );
    }
  }
  return rows;
}

/** How different two words are, 0 to 1, by edit distance: misheard words are mostly similar. */
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

/**
 * Punctuation and capitals depend on the following words, so they may differ the second time. A symbol
 * without letters, such as "%", was said.
 */
function plainText({ text }: SpokenWord): string {
  const letters = text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  return letters === '' ? text.replaceAll(punctuation, '') : letters;
}

/** Marks that nobody says: those between sentences and parts of them, dashes, brackets and quotes. */
const punctuation = /[.,;:!?…¿¡'"。、，？！\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}]/gu;
