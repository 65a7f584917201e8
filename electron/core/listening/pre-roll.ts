import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import type { Listening } from './listening.ts';
import { isHeard } from './segment-control.ts';

/** Where captions or a dictation start now: with the pre-roll a moment ago, else at the newest sample. */
export const startSampleOf = ({ preRoll, capturedTo, freeFrom }: Listening): number =>
  preRoll === 'on' ? Math.max(freeFrom, capturedTo - samplesIn(tuning.preRollMs)) : capturedTo;

/** The microphone is open only for the pre-roll: no sound is recorded or sent. */
export const isPreRolling = (listening: Listening): boolean =>
  listening.preRoll === 'on' && listening.microphone === 'open' && !listening.isRecording;

/** When switched on, the pre-roll starts with the next captured sample. */
export function switchPreRoll(listening: Listening, isOn: boolean): Listening {
  if (!isOn) return { ...listening, preRoll: 'off' };
  if (listening.preRoll === 'on') return listening;
  return { ...listening, preRoll: 'on', freeFrom: listening.capturedTo };
}

/** Reserves sound for what is recorded now, so that a later start cannot use it a second time. */
export function reserve(before: Listening, after: Listening): Listening {
  if (!isHeard(before) && !isHeard(after)) return after;
  const newest = after.segments.find(({ id }) => id === after.nextSegment - 1);
  const endSample = isHeard(after) ? null : newest?.untilSample;
  const { capturedTo } = after;
  const freeFrom = Math.min(endSample ?? capturedTo, capturedTo);
  return { ...after, freeFrom };
}
