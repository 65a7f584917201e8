import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import { firstSampleNeeded } from './held.ts';
import type { Listening } from './listening.ts';
import { isHeard } from './passages.ts';

/** Where what begins now begins: a moment ago with the pre-roll, else at the newest sample. */
export const startSampleOf = ({ preRoll, capturedTo, unclaimedFrom }: Listening): number =>
  preRoll === 'on' ? Math.max(unclaimedFrom, capturedTo - samplesIn(tuning.preRollMs)) : capturedTo;

/** The oldest sample that is kept in memory: to be sent, or because something may begin there. */
export const firstSampleHeld = (listening: Listening): number =>
  Math.min(firstSampleNeeded(listening), startSampleOf(listening));

/** The microphone is open, and nobody speaks: nothing of it is recorded or sent. */
export const isPreRolling = (listening: Listening): boolean =>
  listening.preRoll === 'on' && listening.microphone === 'open' && !listening.isRecording;

/** Switched on, it begins with what is captured from now on. */
export function switchPreRoll(listening: Listening, isOn: boolean): Listening {
  if (!isOn) return { ...listening, preRoll: 'off' };
  if (listening.preRoll === 'on') return listening;
  return { ...listening, preRoll: 'on', unclaimedFrom: listening.capturedTo };
}

/** No sound belongs to two: what begins later begins behind what was spoken for. */
export function claim(before: Listening, after: Listening): Listening {
  if (!isHeard(before) && !isHeard(after)) return after;
  const newest = after.passages.find(({ id }) => id === after.nextPassage - 1);
  const endSample = isHeard(after) ? null : newest?.untilSample;
  const { capturedTo } = after;
  return { ...after, unclaimedFrom: Math.min(endSample ?? capturedTo, capturedTo) };
}
