import type { Listening, ListeningEffect } from './listening.ts';
import { isHeard, type ListeningStep } from './segment-control.ts';

/**
 * Opens or closes the microphone if the new state requires it.
 *
 * @param startSample where a recording that begins in this step starts
 */
export function settleMicrophone(listening: Listening, startSample: number): ListeningStep {
  const { microphone, isRecording, isCheckingLevel, preRoll, capturedTo } = listening;
  const isRecorded = isHeard(listening);
  // Only closing ends a recording, so the microphone closes and reopens when only the pre-roll remains.
  const isUnrecordedWanted = (isCheckingLevel || preRoll === 'on') && !isRecording;
  const isWanted = isRecorded || isUnrecordedWanted;
  if (microphone === 'closing') return [listening, []];
  if (microphone === 'closed') {
    if (!isWanted) return [listening, []];
    const open: ListeningEffect = { type: 'open-microphone', startSample: capturedTo };
    const opening = { ...listening, microphone: 'opening', freeFrom: capturedTo } as const;
    return record(opening, [open], capturedTo);
  }
  return isWanted
    ? record(listening, [], startSample)
    : [{ ...listening, microphone: 'closing' }, [{ type: 'close-microphone' }]];
}

/** Starts a recording for captions or a dictation. Level check and pre-roll are not recorded. */
function record(
  listening: Listening,
  effects: ListeningEffect[],
  startSample: number,
): ListeningStep {
  if (listening.isRecording || !isHeard(listening)) return [listening, effects];
  return [{ ...listening, isRecording: true }, [...effects, { type: 'record', startSample }]];
}

/** The state after the microphone was closed or has failed. */
export const closed = (listening: Listening): Listening => ({
  ...listening,
  microphone: 'closed',
  isRecording: false,
});
