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
  words.some(({ startSample, endSample }) => {
    const soft = Math.min(softSamples, (endSample - startSample) / 2);
    return startSample + soft < to && endSample > from;
  })
    ? 0.1
    : 0.0002;

/** The words of a turn, in lower case and without punctuation. */
export const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z<>]+/)
    .filter((word) => word !== '');
