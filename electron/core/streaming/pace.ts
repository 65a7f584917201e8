import { samplesIn } from '../audio-format.ts';

/** How fast a session may be sent sound that waited: so much at once, then so much per second. */
export interface Pace {
  readonly burstMs: number;
  /** In seconds of sound per second. */
  readonly rate: number;
}

/** What may be sent at once at the beginning of a session, in samples. */
export const burstOf = ({ burstMs }: Pace): number => samplesIn(burstMs);

/** What may be sent once more time has passed. @param passed in samples of the sound's own clock */
export const allow = (pace: Pace, allowance: number, passed: number): number =>
  Math.min(burstOf(pace), allowance + Math.max(0, passed) * pace.rate);

/** What may still be sent. */
export const afterSending = (allowance: number, samples: number): number => allowance - samples;
