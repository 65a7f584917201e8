import { samplesIn } from '../audio-format.ts';
import { coverageOf } from '../segments/finality.ts';
import { tuning } from '../tuning.ts';
import { voicedUntil } from '../voice/voice.ts';
import type { Listening } from './listening.ts';
import { liveOf, toLiveSegment, type ListeningStep } from './segment-control.ts';

/**
 * Ends the open turn of captions when a dictation begins, so that no turn holds words from before the
 * dictation and of it.
 */
export function endTurnBefore(listening: Listening): ListeningStep {
  const { captions, voice, capturedTo } = listening;
  const live = liveOf(listening);
  if (captions.phase === 'off' || live === undefined) return [listening, []];
  if (coverageOf(live, { voice }) === 'sure') return [listening, []];
  return endTurnInPause({ ...listening, endsTurnFrom: capturedTo });
}

/** Ends the turn as soon as the voice pauses. Without a pause soon, the turn goes on. */
export function endTurnInPause(listening: Listening): ListeningStep {
  const { endsTurnFrom, voice, capturedTo } = listening;
  if (endsTurnFrom === null) return [listening, []];
  const isLate = capturedTo - endsTurnFrom > samplesIn(tuning.tailExtensionMs);
  const isPause =
    capturedTo - (voicedUntil(voice, capturedTo) ?? 0) >= samplesIn(tuning.tailPauseMs);
  if (!isLate && !isPause) return [listening, []];
  const ended = { ...listening, endsTurnFrom: null };
  return isPause ? toLiveSegment(ended, { type: 'force-endpoint' }) : [ended, []];
}
