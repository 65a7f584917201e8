import type { Listening } from './listening.ts';

/**
 * All speech has become text: what is heard is recorded or has a segment, and so have words that are awaited.
 * The microphone may still be open.
 */
export const isSettled = ({ isRecording, segments }: Listening): boolean =>
  !isRecording && segments.length === 0;

/** Nothing is open, and nothing opens automatically. */
export const isAtRest = (listening: Listening): boolean =>
  isSettled(listening) && listening.microphone === 'closed';
