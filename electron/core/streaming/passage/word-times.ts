import { samplesIn } from '../../audio-format.ts';
import { sampleAt, type Timeline } from '../../timeline/timeline.ts';
import { tuning } from '../../tuning.ts';
import type { Stretch } from '../../voice/voice.ts';
import type { TurnMessage } from '../server-message.ts';
import type { SpokenWord } from './spoken-word.ts';

/*
 * The service reports word times inexactly: starts up to a second early, ends up to 1.35 s late,
 * and other ones each time it hears the same sound. So a time only bounds where a word was said.
 */

const lateSamples = samplesIn(tuning.wordEndLateMs);

/** The first sample at which a word can have ended. */
export const earliestEnd = ({ startSample, endSample, isUntimed }: SpokenWord): number =>
  isUntimed === true ? startSample : Math.max(startSample, endSample - lateSamples);

/** The last sample at which a word can have ended. */
export const latestEnd = ({ endSample }: SpokenWord): number => endSample;

/**
 * The words of a turn at their samples. Where their times cannot be true, each word was said
 * anywhere in the sound that the turn can be of.
 *
 * @param heardIn the sound that the words of the turn can be of
 */
export function wordsAt(
  { words, transcript }: TurnMessage,
  timeline: Timeline,
  heardIn: Stretch,
): SpokenWord[] {
  const texts = words.length > 0 ? words.map(({ text }) => text) : textsOf(transcript);
  const timed = words.map(({ text, start, end }) => ({
    text,
    startSample: sampleAt(timeline, start),
    endSample: sampleAt(timeline, end),
  }));
  if (timed.length > 0 && areTrue(words, timed, heardIn)) return timed;
  return texts.map((text) => ({ text, ...heardIn, isUntimed: true }));
}

/** The words that a text is written in. */
export const textsOf = (transcript: string): string[] => transcript.split(/\s+/).filter(Boolean);

/** Whether times can be what the service measured: neither missing, reversed, nor of other sound. */
function areTrue(
  words: TurnMessage['words'],
  timed: readonly SpokenWord[],
  heardIn: Stretch,
): boolean {
  if (words.some(({ start, end }) => end <= start)) return false;
  let endedFrom = heardIn.startSample;
  for (const word of timed) {
    if (latestEnd(word) <= endedFrom) return false;
    endedFrom = Math.max(endedFrom, earliestEnd(word));
  }
  return true;
}
