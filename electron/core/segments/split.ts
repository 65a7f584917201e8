import { voicedIn, type Stretch, type Voice } from '../voice/voice.ts';
import { boundaryAt, costBefore, costAfter, voicedSides, type Boundary } from './boundary.ts';
import { costOfPauseInTurn } from './pause-in-turn.ts';
import type { SpokenTurn } from './spoken.ts';
import type { SpokenWord } from './spoken-word.ts';
import { weights } from './weights.ts';
import { latestEnd } from './word-times.ts';

/*
 * Which words were said before a sample. The times of a single word are too inexact for that. So each
 * split between two words gets a cost: by how late and early the times of all words would be, by the
 * voice before and after the sample, and by where the service ended its turns.
 */

interface PlacedWord extends SpokenWord {
  turnId: number;
  /** The sound of its turn. */
  heardIn: Stretch;
}

/**
 * How many of the words were said before a sample.
 *
 * @param turns of one segment, in order of speech
 */
export function countBefore(turns: readonly SpokenTurn[], sample: number, voice: Voice): number {
  const words = turns.flatMap(({ id, words: own, heardIn }) =>
    own.map((word) => ({ ...word, turnId: id, heardIn })),
  );
  const [first] = turns;
  if (first === undefined || sample <= first.heardIn.startSample) return 0;
  // Mostly so while a person speaks, and a turn may be long.
  if (turns.every(({ heardIn }) => heardIn.endSample <= sample)) return words.length;
  const boundary = boundaryAt(voice, sample);
  const within = {
    startSample: first.heardIn.startSample,
    endSample: Math.max(...words.map(latestEnd), sample),
  };
  const share = shareBefore(voice, sample, within) * words.length;
  const isUntimed = words.some((word) => word.isUntimed === true);
  const shareCost =
    (isUntimed ? weights.untimedShare : weights.timedShare) /
    Math.max(1, Math.sqrt(words.length) / 2);

  const before = words.map((word) => {
    const side = soleSide(word.heardIn, sample, voice);
    return side === null ? costBefore(word, boundary) : side === 'before' ? 0 : weights.impossible;
  });
  const after = words.map((word) => {
    const side = soleSide(word.heardIn, sample, voice);
    return side === null ? costAfter(word, boundary) : side === 'after' ? 0 : weights.impossible;
  });
  // Relative to the cost if all words are after the sample.
  let cost = 0;
  let best = { count: 0, cost: Infinity };
  for (let count = 0; count <= words.length; count++) {
    const whole = cost + splitCost(words, count, boundary) + shareCost * Math.abs(count - share);
    if (whole < best.cost) best = { count, cost: whole };
    cost += (before[count] ?? 0) - (after[count] ?? 0);
  }
  return best.count;
}

/** The side of a sample on which all sound of a turn is, or all of its voice; null if it is on both. */
function soleSide(heardIn: Stretch, sample: number, voice: Voice): 'before' | 'after' | null {
  if (heardIn.endSample <= sample) return 'before';
  if (heardIn.startSample >= sample) return 'after';
  const sides = voicedSides(voice, heardIn, sample);
  return sides === 'before' || sides === 'after' ? sides : null;
}

/** How much of the voice in a stretch of sound is before a sample in it: 0 to 1. */
function shareBefore(voice: Voice, sample: number, within: Stretch): number {
  const all = voicedIn(voice, within);
  return all === 0 ? 0 : voicedIn(voice, { ...within, endSample: sample }) / all;
}

function splitCost(words: readonly PlacedWord[], count: number, boundary: Boundary): number {
  const [one, other] = [words[count - 1], words[count]];
  if (one === undefined || one.turnId !== other?.turnId) return 0;
  return costOfPauseInTurn(boundary.voicedFrom - boundary.voicedTo);
}
