import type { SpokenWord } from './spoken-word.ts';
import { earliestEnd, latestEnd } from './word-times.ts';

/** How many words at the head of what is heard repeat how many at the head of what is known. */
export interface Overlap {
  repeated: number;
  known: number;
}

/** A known word that is not heard again, and a word that is put in: the latter is more likely. */
const missingCost = 1;
const extraCost = 0.9;

/** What times weigh together: less than one word, so that they decide only between equal texts. */
const largestTimeCost = 0.4;

/**
 * Tells the words of a turn that are known already, because their sound was sent again, from those
 * that are new. The texts are aligned; the times of the words decide only where several alignments
 * are as good, because the same sound gets other times at each hearing.
 *
 * @param known the final words whose sound was sent again; the turn may hold a part of them only
 * @param heard the words of the turn
 * @param mayLackHead the sound of the first known words may not have been sent again
 */
export function findOverlap(
  known: readonly SpokenWord[],
  heard: readonly SpokenWord[],
  mayLackHead = false,
): Overlap {
  if (known.length === 0) return { repeated: 0, known: 0 };
  const costs = alignmentCosts(heard.map(plainText), known.map(plainText), mayLackHead);
  let best = { repeated: 0, known: 0, cost: Infinity, uneven: Infinity };
  for (let repeated = 0; repeated <= heard.length; repeated++) {
    const timeCost = timeCostOf(known, heard, repeated);
    // A new word comes only after all that is known.
    const fewestKnown = repeated < heard.length ? known.length : 0;
    for (let count = fewestKnown; count <= known.length; count++) {
      const cost = (costs[repeated]?.[count] ?? Infinity) + timeCost;
      // The same sound mostly gives as many words as before.
      const uneven = Math.abs(repeated - count);
      const isBetter = cost < best.cost - 1e-9;
      if (isBetter || (cost < best.cost + 1e-9 && uneven < best.uneven))
        best = { repeated, known: count, cost, uneven };
    }
  }
  return { repeated: best.repeated, known: best.known };
}

/** What speaks against it, by the times, that just the first words repeat those that are known. */
function timeCostOf(
  known: readonly SpokenWord[],
  heard: readonly SpokenWord[],
  repeated: number,
): number {
  const last = known.at(-1);
  if (last === undefined) return 0;
  const tooLate = heard.slice(0, repeated).filter((word) => earliestEnd(word) > latestEnd(last));
  const tooEarly = heard.slice(repeated).filter((word) => latestEnd(word) < earliestEnd(last));
  return largestTimeCost * Math.min(1, (tooLate.length + tooEarly.length) / 4);
}

/**
 * What it costs to align every head of one list of words with every head of the other. Two words
 * may be heard as one ("can not", "cannot"), and one as two.
 */
function alignmentCosts(
  heard: readonly string[],
  known: readonly string[],
  mayLackHead: boolean,
): number[][] {
  const rows: number[][] = [];
  for (let i = 0; i <= heard.length; i++) {
    const row: number[] = [];
    rows.push(row);
    for (let j = 0; j <= known.length; j++) {
      const at = (up: number, left: number): number => rows[i - up]?.[j - left] ?? Infinity;
      const [h, h2] = [heard[i - 1] ?? '', heard[i - 2] ?? ''];
      const [k, k2] = [known[j - 1] ?? '', known[j - 2] ?? ''];
      const isStart = i === 0 && (j === 0 || mayLackHead);
      row.push(
        Math.min(
          isStart ? 0 : Infinity,
          i > 0 ? at(1, 0) + extraCost : Infinity,
          j > 0 ? at(0, 1) + missingCost : Infinity,
          i > 0 && j > 0 ? at(1, 1) + difference(h, k) : Infinity,
          i > 1 && j > 0 && h2 + h === k ? at(2, 1) : Infinity,
          i > 0 && j > 1 && k2 + k === h ? at(1, 2) : Infinity,
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
