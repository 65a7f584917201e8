import * as v from 'valibot';
import { durationWords } from './duration.ts';

const seconds = v.pipe(v.number(), v.minValue(0));

const amountSchema = v.object({
  /** How long sockets were open, which is what the service bills. */
  sessionSeconds: seconds,
  /** How much sound the service was sent. */
  audioSeconds: seconds,
});

export type Amount = v.InferOutput<typeof amountSchema>;

/** What was used, by this computer's clock: since midnight, and since the month began. */
export const usageSchema = v.object({ today: amountSchema, month: amountSchema });

export type Usage = v.InferOutput<typeof usageSchema>;

/** What was used in a person's words, such as `3 min 20 s, with 1 min 5 s of sound`. */
export const amountWords = ({ sessionSeconds, audioSeconds }: Amount): string =>
  `${durationWords(sessionSeconds)}, with ${durationWords(audioSeconds)} of sound`;
