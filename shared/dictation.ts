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

const idSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const queryWordsSchema = v.pipe(v.string(), v.maxLength(500));

/** What of the history is read. */
export const historyQuerySchema = v.object({
  /** Words to be found, the last of them as far as it is typed; without any, all are read. */
  words: queryWordsSchema,
  /** Only dictations older than this one; null for the newest. */
  beforeId: v.nullable(idSchema),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)),
});
export type HistoryQuery = v.InferOutput<typeof historyQuerySchema>;

/** Newest first. */
export interface HistoryPage {
  dictations: Dictation[];
  /** There are older ones. */
  hasMore: boolean;
}

export const dictationIdSchema = idSchema;

/** What a person can have done with a dictation. */
export const dictationActionSchema = v.picklist(['copy', 'insert', 'transcribe', 'delete']);
export type DictationAction = v.InferOutput<typeof dictationActionSchema>;

export const exportFormatSchema = v.picklist(['txt', 'md', 'json', 'srt', 'vtt']);
export type ExportFormat = v.InferOutput<typeof exportFormatSchema>;

/** One dictation, or all with these words. */
export const exportedSchema = v.union([
  v.object({ id: idSchema }),
  v.object({ words: queryWordsSchema }),
]);
export type Exported = v.InferOutput<typeof exportedSchema>;
