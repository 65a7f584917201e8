import * as v from 'valibot';

/**
 * One turn of speech as it is shown and kept. A partial turn is the whole turn so far and is
 * replaced, never appended to; a final one never changes again.
 */
export const turnSchema = v.object({
  /** Unique while the app runs and growing in order of speech, across sessions. */
  id: v.pipe(v.number(), v.integer(), v.minValue(0)),
  text: v.string(),
  isFinal: v.boolean(),
});

export type Turn = v.InferOutput<typeof turnSchema>;
