import { areCaptionsWanted } from './captions.ts';
import type { Listening } from './listening.ts';
import { isPreRolling, startSampleOf } from './pre-roll.ts';
import { isAtRest, isSettled } from './rest.ts';

/** Captions begin at a sample, or end at one, which is after their tail. */
export type CaptionsBound =
  { type: 'began'; startSample: number } | { type: 'ended'; endSample: number };

/** What a step has changed, for the parts that follow it. */
export interface ListeningChanges {
  /** Whether captions are on now; null if that has not changed. */
  captions: boolean | null;
  /** Null if they neither begin nor end. Captions that start again in their tail do neither. */
  captionsBound: CaptionsBound | null;
  /** Whether the microphone is open for the pre-roll now; null if that has not changed. */
  preRolling: boolean | null;
  /** All speech has become text, and nothing is recorded any more. */
  hasSettled: boolean;
  /** Microphone and sockets have closed. */
  hasComeToRest: boolean;
}

const changed = (before: boolean, after: boolean): boolean | null =>
  before === after ? null : after;

export const changesOf = (before: Listening, after: Listening): ListeningChanges => ({
  captions: changed(areCaptionsWanted(before), areCaptionsWanted(after)),
  captionsBound: boundOf(before, after),
  preRolling: changed(isPreRolling(before), isPreRolling(after)),
  hasSettled: isSettled(after) && !isSettled(before),
  hasComeToRest: isAtRest(after) && !isAtRest(before),
});

function boundOf(before: Listening, after: Listening): CaptionsBound | null {
  const [was, is] = [before.captions.phase !== 'off', after.captions.phase !== 'off'];
  if (was === is) return null;
  return is
    ? { type: 'began', startSample: startSampleOf(before) }
    : { type: 'ended', endSample: after.capturedTo };
}
