import { samplesIn } from '../../audio-format.ts';
import { tuning } from '../../tuning.ts';
import { voicedUntil, type Voice } from '../../voice/voice.ts';
import type { SpokenWord } from './spoken-word.ts';

/**
 * Where a word ended, by loudness where it can tell: the end of a word is told up to 240 ms late, in
 * the silence behind its voice (protocol: semantics).
 *
 * @param endSample as the service tells it
 */
export function saidTo(endSample: number, voice: Voice): number {
  const voicedTo = voicedUntil(voice, endSample) ?? endSample;
  return endSample - voicedTo <= samplesIn(tuning.wordEndLateMs) ? voicedTo : endSample;
}

/**
 * The one sample at which a word counts as said. Its beginning is told up to a second early, so it
 * is the middle of a short word before its end.
 */
export const sampleOf = ({ endSample }: SpokenWord, voice: Voice): number =>
  saidTo(endSample, voice) - samplesIn(tuning.shortWordMs) / 2;
