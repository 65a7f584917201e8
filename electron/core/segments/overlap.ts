import { samplesIn } from '../audio-format.ts';
import { alignmentCosts, timeCost } from './alignment.ts';
import type { SpokenWord } from './spoken-word.ts';
import { turnEnds } from './weights.ts';

/** How many words at the head of a turn repeat how many at the head of the known words. */
export interface Overlap {
  repeated: number;
  known: number;
}

/** What the search needs besides the words. */
interface Hearing {
  /** The sound of this many first known words may not have been sent again. */
  mayLack?: number;
  /** The turn has ended. */
  isFinal?: boolean;
}

/** Shorter than any word. */
const shortestWordSamples = samplesIn(60);

/**
 * Separates the words of a turn that are known already, because their sound was sent again, from the
 * new ones.
 *
 * It tries every number of repeated words and takes the cheapest. For the known words "hold a key" and
 * the turn "hold the key and":
 *
 * - 2 repeat, "key and" are new: "the" for "a" and a missing "key" cost some 2;
 * - 3 repeat, "and" is new: "the" for "a" costs 0.75, and the rest is the same;
 * - 4 repeat: "the" for "a", and "and" that was put in, cost 1.75.
 *
 * So "and" is new. Texts decide. Times and ends of turns cost less than a word, so they decide only
 * between numbers with similar costs: each session reports other times for the same sound, the end of a
 * word up to 1.35 s late. If that decides nothing, a word is kept twice rather than lost.
 *
 * @param known the final words whose sound was sent again; the turn may hold a part of them only
 * @param heard the words of the turn
 */
export function findOverlap(
  known: readonly SpokenWord[],
  heard: readonly SpokenWord[],
  { mayLack = 0, isFinal = true }: Hearing = {},
): Overlap {
  // Mostly no sound was sent again, and a turn may be long.
  if (known.length === 0) return { repeated: 0, known: 0 };
  const costs = alignmentCosts(heard, known, mayLack);
  let best = { repeated: 0, known: 0, cost: Infinity, uneven: Infinity };
  for (let repeated = 0; repeated <= heard.length; repeated++) {
    const newCost = costOfNew(known, heard.slice(repeated));
    const isMoreHeard = repeated < heard.length;
    // A new word comes only after all that is known.
    const fewestKnown = isMoreHeard ? known.length : 0;
    for (let count = fewestKnown; count <= known.length; count++) {
      const endCost = costOfEnd(known, count, { isMoreHeard, isFinal });
      const cost = (costs[repeated]?.[count] ?? Infinity) + newCost + endCost;
      // The same sound mostly gives as many words as before.
      const uneven = Math.abs(repeated - count);
      const isBetter = cost < best.cost - 1e-9;
      if (isBetter || (cost < best.cost + 1e-9 && uneven < best.uneven))
        best = { repeated, known: count, cost, uneven };
    }
  }
  return { repeated: best.repeated, known: best.known };
}

/** The cost of the assumption that these words follow all known words, by their times. */
function costOfNew(known: readonly SpokenWord[], words: readonly SpokenWord[]): number {
  const last = known.at(-1);
  if (last === undefined || last.isUntimed === true) return 0;
  return words.reduce((sum, word, index) => {
    if (word.isUntimed === true) return sum;
    const earliest = last.endSample + (index + 1) * shortestWordSamples;
    return sum + timeCost(Math.max(0, earliest - word.endSample));
  }, 0);
}

/** The cost of the assumption that a turn repeats `count` known words, by where turns end. */
function costOfEnd(
  known: readonly SpokenWord[],
  count: number,
  { isMoreHeard, isFinal }: { isMoreHeard: boolean; isFinal: boolean },
): number {
  const last = known[count - 1];
  if (last === undefined) return 0;
  if (isMoreHeard) return last.turnEnd === 'pause' ? turnEnds.other : 0;
  if (!isFinal || count === known.length || last.turnEnd !== undefined) return 0;
  return known[count - 2]?.turnEnd === 'cut' ? turnEnds.laterCut : turnEnds.other;
}
