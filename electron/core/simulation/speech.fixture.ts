import { samplesIn } from '../audio-format.ts';

/** A word that is really said, and when. */
export interface SaidWord {
  text: string;
  startSample: number;
  endSample: number;
}

/** One word of a script: how long it lasts, and the pause after it. */
export interface ScriptedWord {
  text: string;
  durationMs: number;
  pauseMs: number;
}

/** Few words, so that many are repeated and their text alone cannot identify them. */
export const vocabulary = ['no', 'yes', 'the', 'key', 'is', 'here', 'and', 'there'];

/** The words of a script, one after the other from `startMs` on. */
export function say(script: readonly ScriptedWord[], startMs: number): SaidWord[] {
  let atMs = startMs;
  return script.map(({ text, durationMs, pauseMs }) => {
    const word = {
      text,
      startSample: samplesIn(atMs),
      endSample: samplesIn(atMs + durationMs),
    };
    atMs += durationMs + pauseMs;
    return word;
  });
}

/**
 * The words that overlap a stretch of sound. They are said one after the other, so a day of them need not be
 * looked through for each chunk.
 */
export function wordsBetween(words: readonly SaidWord[], from: number, to: number): SaidWord[] {
  let low = 0;
  for (let high = words.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.endSample ?? Infinity) <= from) low = middle + 1;
    else high = middle;
  }
  const found: SaidWord[] = [];
  for (let word = words[low]; word !== undefined && word.startSample < to; word = words[low]) {
    found.push(word);
    low += 1;
  }
  return found;
}

/**
 * How loud the sound is between two samples: a voice in a quiet room.
 *
 * @param softSamples how long a word begins so softly that it is no louder than the room; half of a
 *   short word at most
 */
export const loudness = (
  words: readonly SaidWord[],
  from: number,
  to: number,
  softSamples: number,
): number =>
  wordsBetween(words, from, to).some(({ startSample, endSample }) => {
    const soft = Math.min(softSamples, (endSample - startSample) / 2);
    return startSample + soft < to;
  })
    ? 0.1
    : 0.0002;

/** The words of a turn, in lower case and without punctuation. */
export const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z<>]+/)
    .filter((word) => word !== '');
