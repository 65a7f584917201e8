import type { Listening, ListeningEffect } from './listening.ts';
import { isHeard, type ListeningStep } from './passages.ts';

/**
 * Opens and closes the microphone as it is wanted.
 *
 * @param startSample where what begins in this step begins
 */
export function settleMicrophone(listening: Listening, startSample: number): ListeningStep {
  const { microphone, isRecording, isCheckingLevel, preRoll, capturedTo } = listening;
  const isRecorded = isHeard(listening);
  // A recording ends with the closing, so for the pre-roll alone it is closed and opened anew.
  const isUnrecordedWanted = (isCheckingLevel || preRoll === 'on') && !isRecording;
  const isWanted = isRecorded || isUnrecordedWanted;
  if (microphone === 'closing') return [listening, []];
  if (microphone === 'closed') {
    if (!isWanted) return [listening, []];
    const open: ListeningEffect = { type: 'open-microphone', startSample: capturedTo };
    const opening = { ...listening, microphone: 'opening', unclaimedFrom: capturedTo } as const;
    return record(opening, [open], capturedTo);
  }
  return isWanted
    ? record(listening, [], startSample)
    : [{ ...listening, microphone: 'closing' }, [{ type: 'close-microphone' }]];
}

/** What only shows the level, or may be said in a moment, is nobody's recording. */
function record(
  listening: Listening,
  effects: ListeningEffect[],
  startSample: number,
): ListeningStep {
  if (listening.isRecording || !isHeard(listening)) return [listening, effects];
  return [{ ...listening, isRecording: true }, [...effects, { type: 'record', startSample }]];
}

/** As it is after it was closed or has failed. */
export const closed = (listening: Listening): Listening => ({
  ...listening,
  microphone: 'closed',
  isRecording: false,
});
