/** The history of dictations and captions: what is read of it, and what is done with it. */
import * as v from 'valibot';
import type { Dictation } from './dictation.ts';
import type { SoundSource } from './sound-source.ts';

/** Captions from their start to their stop. */
export interface CaptionsSession {
  /** Grows with time. */
  id: number;
  /** When they were started, in Unix milliseconds. */
  startedAtMs: number;
  /** What was heard. */
  source: SoundSource;
  /** The first words, or in a search the first sentence that has what is looked for. */
  text: string;
  /** How long they were on; null while they are, and where the app was killed. */
  durationMs: number | null;
  isRunning: boolean;
}

/** One line of the history. */
export type HistoryRow =
  ({ type: 'dictation' } & Dictation) | ({ type: 'captions' } & CaptionsSession);

const idSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const queryWordsSchema = v.pipe(v.string(), v.maxLength(500));

/** What of the history is read. */
export const historyQuerySchema = v.object({
  /** Words to be found, the last of them as far as it is typed; without any, all are read. */
  words: queryWordsSchema,
  /** Captions are left out. */
  isDictationsOnly: v.boolean(),
  /** Only what is older than these, the oldest that were read of each kind; null for the newest. */
  before: v.object({ dictation: v.nullable(idSchema), captions: v.nullable(idSchema) }),
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)),
});
export type HistoryQuery = v.InferOutput<typeof historyQuerySchema>;

/** Newest first. */
export interface HistoryPage {
  rows: HistoryRow[];
  /** There are older ones. */
  hasMore: boolean;
}

/** One dictation, or the captions of one session. */
export const historyRefSchema = v.object({
  type: v.picklist(['dictation', 'captions']),
  id: idSchema,
});
export type HistoryRef = v.InferOutput<typeof historyRefSchema>;

/** Where the page after these begins: all that were read so far, newest first. */
export function afterAll(read: readonly HistoryRef[]): HistoryQuery['before'] {
  const oldest = (kind: HistoryRef['type']): number | null =>
    read.findLast(({ type }) => type === kind)?.id ?? null;
  return { dictation: oldest('dictation'), captions: oldest('captions') };
}

export const dictationActionSchema = v.picklist(['copy', 'insert', 'transcribe', 'delete']);
export const captionsActionSchema = v.picklist(['copy', 'delete']);
export type DictationAction = v.InferOutput<typeof dictationActionSchema>;
export type CaptionsAction = v.InferOutput<typeof captionsActionSchema>;

/** What a person can have done with one line of the history. */
export const historyActSchema = v.variant('type', [
  v.object({ type: v.literal('dictation'), id: idSchema, action: dictationActionSchema }),
  v.object({ type: v.literal('captions'), id: idSchema, action: captionsActionSchema }),
]);
export type HistoryAct = v.InferOutput<typeof historyActSchema>;

export const exportFormatSchema = v.picklist(['txt', 'md', 'json', 'srt', 'vtt']);
export type ExportFormat = v.InferOutput<typeof exportFormatSchema>;

/** One line, or all with these words. */
export const exportedSchema = v.union([historyRefSchema, v.object({ words: queryWordsSchema })]);
export type Exported = v.InferOutput<typeof exportedSchema>;

export const captionsIdSchema = idSchema;

/** One sentence of captions. */
export interface CaptionsLine {
  /** From the start of the captions. */
  atMs: number;
  text: string;
}
