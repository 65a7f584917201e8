import { samplesIn } from '../audio-format.ts';

/** How fast sound that waited may be sent: a burst at once, then a rate. */
export interface Pace {
  readonly burstMs: number;
  /** In seconds of sound per second. */
  readonly rate: number;
}

/** How many samples may be sent at once at the beginning of a session. */
export const burstOf = ({ burstMs }: Pace): number => samplesIn(burstMs);

/** The allowance after more time. @param passed in samples, on the sample clock */
export const allow = (pace: Pace, allowance: number, passed: number): number =>
  Math.min(burstOf(pace), allowance + Math.max(0, passed) * pace.rate);

/** The allowance after samples were sent. */
export const afterSending = (allowance: number, samples: number): number => allowance - samples;
