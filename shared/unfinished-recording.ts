import * as v from 'valibot';

/** Sound of an earlier run that was not made text, because the app was ended too early. */
export interface UnfinishedRecording {
  id: number;
  /** When its recording began, in Unix milliseconds. */
  startedAtMs: number;
  /** How much of it has no text. */
  seconds: number;
  /** The text of the rest of that recording. */
  text: string;
}

/** What a person can have done with it. */
export const unfinishedActionSchema = v.picklist(['transcribe', 'keep', 'delete']);
export type UnfinishedAction = v.InferOutput<typeof unfinishedActionSchema>;
