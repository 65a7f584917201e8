import { areCaptionsWanted } from './captions.ts';
import type { Listening } from './listening.ts';
import { isPreRolling } from './pre-roll.ts';
import { isAtRest, isSettled } from './rest.ts';

/** What a step has changed, for the parts that follow it. */
export interface ListeningChanges {
  /** Whether captions are on now; null if that has not changed. */
  captions: boolean | null;
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
  preRolling: changed(isPreRolling(before), isPreRolling(after)),
  hasSettled: isSettled(after) && !isSettled(before),
  hasComeToRest: isAtRest(after) && !isAtRest(before),
});
