import { voicedIn, type Stretch, type Voice } from '../voice/voice.ts';
import { weights } from './weights.ts';

/* Without word times, the length of the voice shows how many words were said in it. */

/** The cost of the assumption that this number of words was said in this length of voice. */
function rateCost(words: number, samples: number): number {
  if (words === 0) return 0;
  const spread = weights.turnSpread + weights.wordSpread / Math.sqrt(words);
  const off =
    Math.log(Math.max(samples, 1) / (words * weights.wordSamples - weights.gapSamples)) / spread;
  return Math.min(weights.mostRate, (off * off) / 2);
}

/**
 * The cost of the assumptions that the next turn was said before a boundary, and after it. A turn ends
 * in a pause or at the boundary.
 *
 * @param counts how many words of the sound from `startSample` on are final, and how many the next
 *   turn has
 */
export function rateCosts(
  counts: { before: number; next: number },
  { startSample, boundary, endSample }: Stretch & { boundary: number },
  voice: Voice,
): { before: number; after: number } {
  const pausesIn = (from: number, to: number): number[] =>
    voice.stretches.map((one) => one.endSample).filter((sample) => sample > from && sample < to);
  const cost = (words: number, from: number, to: number): number =>
    rateCost(words, voicedIn(voice, { startSample: from, endSample: to }));
  const nextCost = (from: number, to: number): number =>
    Math.min(...[...pausesIn(from, to), to].map((end) => cost(counts.next, from, end)));
  const starts = counts.before === 0 ? [startSample] : pausesIn(startSample, boundary);
  return {
    before: Math.min(
      Infinity,
      ...starts.map((start) => cost(counts.before, startSample, start) + nextCost(start, boundary)),
    ),
    after: cost(counts.before, startSample, boundary) + nextCost(boundary, endSample),
  };
}
