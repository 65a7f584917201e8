import type { Listening } from './listening.ts';

/**
 * All speech has become text: captions and dictations have a segment until their last word is there. The
 * microphone may still be open.
 */
export const isSettled = ({ isRecording, segments }: Listening): boolean =>
  !isRecording && segments.length === 0;

/** Nothing is open, and nothing opens automatically. */
export const isAtRest = (listening: Listening): boolean =>
  isSettled(listening) && listening.microphone === 'closed';
