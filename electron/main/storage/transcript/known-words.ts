import { findOverlap } from '#core/segments/overlap.ts';
import type { SpokenTurn } from '#core/segments/spoken.ts';
import type { SpokenWord } from '#core/segments/spoken-word.ts';
import { textsOf } from '#core/segments/word-times.ts';

/** A stored turn, without the times of its words. */
export type TurnText = Pick<SpokenTurn, 'text' | 'startSample' | 'endSample'>;

/** The stored words of an earlier run whose sound is recognised again. */
export interface KnownWords {
  readonly words: readonly SpokenWord[];
  /** The number of first words that may have been said before the sound that is recognised again. */
  readonly mayLack: number;
  /** The end of the last turn. */
  readonly toSample: number;
}

export const noKnownWords: KnownWords = { words: [], mayLack: 0, toSample: 0 };

/**
 * The words that a transcription from `fromSample` on will recognise again. The service reports that
 * turns begin early and end late, so a turn that seems to be in this sound may belong before it.
 *
 * @param turns in order of speech
 */
export function knownWordsFrom(turns: readonly TurnText[], fromSample: number): KnownWords {
  const again = turns.filter(({ endSample }) => endSample > fromSample);
  const words = again.map(wordsOf);
  const mayLack = again.findLastIndex(({ startSample }) => startSample < fromSample) + 1;
  return {
    words: words.flat(),
    mayLack: words.slice(0, mayLack).flat().length,
    toSample: again.at(-1)?.endSample ?? 0,
  };
}

/** What a turn adds to the known words, and the known words that are still to be recognised again. */
export function addedTo(
  known: KnownWords,
  { text, startSample, endSample, words }: TurnText & Pick<SpokenTurn, 'words'>,
): [TurnText, KnownWords] {
  if (startSample >= known.toSample) return [{ text, startSample, endSample }, known];
  const isTimed = words.every(({ isUntimed }) => isUntimed !== true);
  const reached = known.words.filter((word) => !isTimed || word.startSample < endSample);
  const overlap = findOverlap(reached, words, { mayLack: Math.min(known.mayLack, reached.length) });
  const rest = { ...known, words: known.words.slice(overlap.known), mayLack: 0 };
  if (overlap.repeated === 0) return [{ text, startSample, endSample }, rest];
  const added = words.slice(overlap.repeated).map((word) => word.text);
  const from = Math.min(known.toSample, endSample);
  return [{ text: added.join(' '), startSample: from, endSample }, rest];
}

/** The words of a stored turn. Only the time of the last one is known: the end of the turn. */
const wordsOf = ({ text, startSample, endSample }: TurnText): SpokenWord[] => {
  const texts = textsOf(text);
  return texts.map((word, index) => ({
    ...{ text: word, startSample, endSample },
    ...(index === texts.length - 1 ? { turnEnd: 'pause' } : { isUntimed: true }),
  }));
};
