import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { voicedUntil, type Voice } from '../voice/voice.ts';
import { isDictating, withDictation } from './dictation.ts';
import type { Listening } from './listening.ts';
import { sequence, toLivePassage, type ListeningStep } from './passages.ts';

/** Where the tail of a stop ends, unless somebody still speaks there, and where it ends at the latest. */
interface TailEnd {
  readonly untilSample: number;
  readonly latestSample: number;
}

/** The tail of what is stopped now. */
export function tailFrom(capturedTo: number): TailEnd {
  const untilSample = capturedTo + samplesIn(tuning.tailMs);
  return { untilSample, latestSample: untilSample + samplesIn(tuning.tailExtensionMs) };
}

/**
 * After new sound: a tail in which somebody still speaks goes on to their next pause, so that the end
 * of the turn is not forced in the middle of a word.
 */
export const followTails = (listening: Listening): ListeningStep =>
  sequence(listening, [], followDictation, followCaptions);

function followDictation(listening: Listening): ListeningStep {
  const last = listening.dictations.all.at(-1);
  if (last?.phase !== 'tail') return [listening, []];
  const untilSample = extended(last, listening.voice);
  return [withDictation(listening, { ...last, untilSample }), []];
}

/** What a dictation says behind the stop of captions does not keep them. */
function followCaptions(listening: Listening): ListeningStep {
  const { captions, dictations, voice } = listening;
  if (captions.phase !== 'tail' || isDictating(dictations)) return [listening, []];
  const untilSample = extended(captions, voice);
  if (untilSample === captions.untilSample) return [listening, []];
  const longer = { ...listening, captions: { ...captions, untilSample } };
  return toLivePassage(longer, { type: 'end-at', sample: untilSample });
}

function extended({ untilSample, latestSample }: TailEnd, voice: Voice): number {
  const voicedTo = voicedUntil(voice, latestSample) ?? 0;
  return Math.max(untilSample, Math.min(latestSample, voicedTo + samplesIn(tuning.tailPauseMs)));
}
