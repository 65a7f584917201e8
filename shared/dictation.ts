import * as v from 'valibot';

/**
 * The outcome of a dictation: inserted in the window that had the focus; pasted there without proof that
 * the program read the text; on the clipboard only; held, because the focus had moved; cancelled by the
 * person; silent, without words; or failed.
 */
export const dictationOutcomeSchema = v.picklist([
  'inserted',
  'pasted',
  'on-clipboard',
  'held',
  'cancelled',
  'silent',
  'failed',
]);
export type DictationOutcome = v.InferOutput<typeof dictationOutcomeSchema>;

/** A dictation has no outcome yet while it runs, and never gets one where the app was killed. */
export const dictationStateSchema = v.picklist([
  ...dictationOutcomeSchema.options,
  'running',
  'interrupted',
]);
export type DictationState = v.InferOutput<typeof dictationStateSchema>;

/** One entry of the history. */
export interface Dictation {
  /** Grows with time. */
  id: number;
  /** When the key was pressed, in Unix milliseconds. */
  startedAtMs: number;
  /** What a person calls the program that had the focus; null where that is not known. */
  app: string | null;
  text: string;
  /** The end of the text never became final. */
  isPartial: boolean;
  /** Its length; null if it is unknown. */
  durationMs: number | null;
  state: DictationState;
  /** Its recording is kept, so that it can be transcribed again. */
  hasSound: boolean;
}
