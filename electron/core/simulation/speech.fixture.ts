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

/** Few words, so that many are repeated: telling them apart by their text alone must not work. */
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

/** How loud the sound is between two samples: a voice in a quiet room. */
export const loudness = (words: readonly SaidWord[], from: number, to: number): number =>
  words.some(({ startSample, endSample }) => startSample < to && endSample > from) ? 0.1 : 0.0002;

/** A turn as it is written, as the words that were said: all in small letters. */
export const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z<>]+/)
    .filter((word) => word !== '');
