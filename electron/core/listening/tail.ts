import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { voicedUntil, type Voice } from '../voice/voice.ts';
import { isDictating } from './dictation.ts';
import { withDictation, type Listening } from './listening.ts';
import { sequence, toLiveSegment, type ListeningStep } from './segment-control.ts';

/** Where the tail of a stop ends without speech, and where it ends at the latest. */
interface TailEnd {
  readonly untilSample: number;
  readonly latestSample: number;
}

/** The tail of captions or a dictation that stop now. */
export function tailFrom(capturedTo: number): TailEnd {
  const untilSample = capturedTo + samplesIn(tuning.tailMs);
  return { untilSample, latestSample: untilSample + samplesIn(tuning.tailExtensionMs) };
}

/**
 * Extends a tail that has speech at its end up to the next pause, so that ForceEndpoint does not cut a
 * word. Runs after each captured chunk.
 */
export const followTails = (listening: Listening): ListeningStep =>
  sequence(listening, [], followDictation, followCaptions);

function followDictation(listening: Listening): ListeningStep {
  const last = listening.dictations.all.at(-1);
  if (last?.phase !== 'tail') return [listening, []];
  const untilSample = extended(last, listening.voice);
  return [withDictation(listening, { ...last, untilSample }), []];
}

/**
 * Speech of a dictation does not extend the tail of captions. Their segment ends once a dictation that was
 * spoken in the tail has ended.
 */
function followCaptions(listening: Listening): ListeningStep {
  const { captions, dictations, voice } = listening;
  if (captions.phase !== 'tail' || isDictating(dictations)) return [listening, []];
  const untilSample = extended(captions, voice);
  const longer = { ...listening, captions: { ...captions, untilSample } };
  return toLiveSegment(longer, { type: 'end-at', sample: untilSample });
}

function extended({ untilSample, latestSample }: TailEnd, voice: Voice): number {
  const voicedTo = voicedUntil(voice, latestSample) ?? 0;
  return Math.max(untilSample, Math.min(latestSample, voicedTo + samplesIn(tuning.tailPauseMs)));
}
