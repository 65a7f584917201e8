import * as v from 'valibot';
import { dictationStateSchema } from '#shared/dictation.ts';
import {
  flag,
  idSchema,
  integer,
  recordingSchema,
  sampleSchema,
  storedTurnSchema,
} from './records.ts';

export const newDictationSchema = v.object({
  startedAtMs: integer,
  /** What a person calls the program that has the focus; null where that is not known. */
  app: v.nullable(v.string()),
  /** Its first sample, in this run's sample clock; what a crash leaves of it begins there. */
  startSample: sampleSchema,
});

export const finishedDictationSchema = v.object({
  text: v.string(),
  /** The end of the text never became final. */
  isPartial: v.boolean(),
  durationMs: v.pipe(v.number(), v.finite(), v.minValue(0), v.transform(Math.round)),
  startSample: sampleSchema,
  /** One past its last sample. */
  endSample: sampleSchema,
});

export const dictationSchema = v.object({
  id: idSchema,
  startedAtMs: integer,
  app: v.nullable(v.string()),
  text: v.string(),
  isPartial: flag,
  durationMs: v.nullable(v.number()),
  state: dictationStateSchema,
  hasSound: flag,
});

/** A dictation with all that was kept of it. */
export const wholeDictationSchema = v.object({
  ...dictationSchema.entries,
  startSample: sampleSchema,
  /** Null while it runs, and where the app was killed before it ended. */
  endSample: v.nullable(sampleSchema),
  /** Those that hold sound of it, in order of speech. */
  recordings: v.array(recordingSchema),
  /** Those whose middle lies in it, in order of speech. */
  turns: v.array(storedTurnSchema),
});

/** What was heard of a dictation when it was transcribed again. */
export const heardAgainSchema = v.object({
  turns: v.array(
    v.object({
      startSample: sampleSchema,
      endSample: sampleSchema,
      text: v.string(),
      language: v.nullable(v.string()),
    }),
  ),
  /** One past the last sample that was heard; all in the clock of the dictation's run. */
  endSample: sampleSchema,
  createdAtMs: integer,
});

export type NewDictation = v.InferOutput<typeof newDictationSchema>;
export type FinishedDictation = v.InferInput<typeof finishedDictationSchema>;
export type WholeDictation = v.InferOutput<typeof wholeDictationSchema>;
export type HeardAgain = v.InferOutput<typeof heardAgainSchema>;
