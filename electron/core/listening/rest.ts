import type { Listening } from './listening.ts';

/** All speech has become text. The microphone may still be open. */
export const isSettled = ({ captions, dictations, isRecording, segments }: Listening): boolean =>
  captions.phase === 'off' && dictations.all.length === 0 && !isRecording && segments.length === 0;

/** Nothing is open, and nothing opens automatically. */
export const isAtRest = (listening: Listening): boolean =>
  isSettled(listening) && listening.microphone === 'closed';
