import { samplesIn } from '../audio-format.ts';
import { sampleAt, unbrokenFrom, type Timeline } from '../timeline/timeline.ts';
import { tuning } from '../tuning.ts';
import type { Stretch } from '../voice/voice.ts';
import type { TurnMessage } from '../assemblyai/server-message.ts';
import type { SpokenWord } from './spoken-word.ts';

/*
 * The service reports inexact word times: starts up to a second early, ends up to 1.35 s late, and other
 * times whenever it recognises the same sound. So times only bound where a word was said.
 */

const lateSamples = samplesIn(tuning.wordEndLateMs);

/** The first sample at which a word can have ended. */
export const earliestEnd = ({ startSample, endSample, isUntimed }: SpokenWord): number =>
  isUntimed === true ? startSample : Math.max(startSample, endSample - lateSamples);

/** The last sample at which a word can have ended. */
export const latestEnd = ({ endSample }: SpokenWord): number => endSample;

/**
 * The words of a turn by sample. If their times cannot be true, each word was said anywhere in the sound
 * of the turn.
 *
 * @param heardIn the sound that may contain the words of the turn
 */
export function wordsAt(
  { words, transcript }: TurnMessage,
  timeline: Timeline,
  heardIn: Stretch,
): SpokenWord[] {
  const texts = words.length > 0 ? words.map(({ text }) => text) : textsOf(transcript);
  const timed = words.map(({ text, start, end }) => ({
    ...{ text, startSample: sampleAt(timeline, start), endSample: sampleAt(timeline, end) },
  }));
  if (timed.length > 0 && areTrue(words, timed, { timeline, heardIn })) return timed;
  return texts.map((text) => ({ text, ...heardIn, isUntimed: true }));
}

/** The words of a text. */
export const textsOf = (transcript: string): string[] => transcript.split(/\s/).filter(Boolean);

/** Whether times are plausible: neither missing nor reversed, and within the sound of the turn. */
function areTrue(
  words: TurnMessage['words'],
  timed: readonly SpokenWord[],
  { timeline, heardIn }: { timeline: Timeline; heardIn: Stretch },
): boolean {
  if (words.some(({ start, end }) => end <= start)) return false;
  if (words.some(({ start }) => samplesIn(start) >= timeline.sentSamples)) return false;
  let endedFrom = heardIn.startSample;
  for (const word of timed) {
    if (latestEnd(word) <= endedFrom) return false;
    endedFrom = Math.max(endedFrom, earliestEnd(word));
  }
  return true;
}

/**
 * Limits the times of words to the sound of their turn. No word was said across sound that was not sent:
 * its beginning is reported early.
 */
export const wordsWithin = (
  words: readonly SpokenWord[],
  heardIn: Stretch,
  timeline: Timeline,
): SpokenWord[] =>
  words.map((word) => {
    const endSample = Math.max(Math.min(word.endSample, heardIn.endSample), heardIn.startSample);
    const from = word.isUntimed === true ? 0 : unbrokenFrom(timeline, endSample);
    const startSample = Math.max(word.startSample, heardIn.startSample, from);
    return { ...word, startSample: Math.min(startSample, heardIn.endSample), endSample };
  });
