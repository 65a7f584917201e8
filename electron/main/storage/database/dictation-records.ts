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
  /** The program that had the focus, by the name that people know; null if unknown. */
  app: v.nullable(v.string()),
  /** Its first sample, in this run's sample clock. After a crash its text begins there. */
  startSample: sampleSchema,
});

export const finishedDictationSchema = v.object({
  text: v.string(),
  /** Whether the end of the text never became final. */
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

/** A dictation with everything that is stored of it. */
export const wholeDictationSchema = v.object({
  ...dictationSchema.entries,
  startSample: sampleSchema,
  /** Null while it runs, and if the app was killed before its end. */
  endSample: v.nullable(sampleSchema),
  /** The recordings with sound of it, in order of speech. */
  recordings: v.array(recordingSchema),
  /** The turns whose middle is in it, in order of speech. */
  turns: v.array(storedTurnSchema),
});

/** The result of a retranscription. */
export const retranscribedSchema = v.object({
  turns: v.array(
    v.object({
      startSample: sampleSchema,
      endSample: sampleSchema,
      text: v.string(),
      language: v.nullable(v.string()),
    }),
  ),
  /** One past the last sample that was recognised, in the clock of the dictation's run. */
  endSample: sampleSchema,
  createdAtMs: integer,
});

export type NewDictation = v.InferOutput<typeof newDictationSchema>;
export type FinishedDictation = v.InferInput<typeof finishedDictationSchema>;
export type WholeDictation = v.InferOutput<typeof wholeDictationSchema>;
export type Retranscribed = v.InferOutput<typeof retranscribedSchema>;
