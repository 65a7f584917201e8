import * as v from 'valibot';

/** Sound of an earlier run that was not made text, because the app was ended too early. */
export interface Leftover {
  id: number;
  /** When its recording began, in Unix milliseconds. */
  startedAtMs: number;
  /** How much of it has no text. */
  seconds: number;
  /** What of that recording has. */
  text: string;
}

/** What a person can have done with it. */
export const leftoverActionSchema = v.picklist(['transcribe', 'keep', 'delete']);
export type LeftoverAction = v.InferOutput<typeof leftoverActionSchema>;
