import type { Listening } from './listening.ts';

/** What was said is text; the microphone may be open all the same. */
export const isSettled = ({ captions, dictations, isRecording, passages }: Listening): boolean =>
  captions.phase === 'off' && dictations.all.length === 0 && !isRecording && passages.length === 0;

/** Nothing is open, and nothing will open by itself. */
export const isAtRest = (listening: Listening): boolean =>
  isSettled(listening) && listening.microphone === 'closed';
