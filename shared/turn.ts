import * as v from 'valibot';
import { soundSourceSchema } from './sound-source.ts';

/**
 * One turn of speech as it is shown and kept. A partial turn is the whole turn so far and is
 * replaced, never appended to; a final one never changes again.
 */
export const turnSchema = v.object({
  /**
   * Unique while the app runs and growing in order of speech, across sessions. In captions of two sources
   * it may be no whole number.
   */
  id: v.pipe(v.number(), v.minValue(0)),
  text: v.string(),
  isFinal: v.boolean(),
  /** Where it was heard. Absent: the microphone. */
  source: v.optional(soundSourceSchema),
  /** It follows a long pause, so captions begin a line with it. */
  followsPause: v.optional(v.boolean()),
});

export type Turn = v.InferOutput<typeof turnSchema>;
