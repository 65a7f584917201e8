import * as v from 'valibot';
import { soundSourceSchema } from '#shared/sound-source.ts';
import {
  flag,
  idSchema,
  integer,
  recordingSchema,
  sampleSchema,
  sourceEntry,
  storedTurnSchema,
} from './records.ts';

export const newCaptionsSchema = v.object({
  startedAtMs: integer,
  /** Its first sample, in this run's sample clock. */
  startSample: sampleSchema,
  ...sourceEntry,
});

/** A session of captions in a list. */
export const captionsSchema = v.object({
  id: idSchema,
  startedAtMs: integer,
  source: soundSourceSchema,
  /** Its first turns, or the first turn that has the searched words. */
  text: v.string(),
  /** Null while it runs, and if the app was killed before its end. */
  durationMs: v.nullable(v.number()),
  isRunning: flag,
});

const rangeSchema = v.object({ startSample: sampleSchema, endSample: v.nullable(sampleSchema) });

/** A session of captions with everything that is stored of it. */
export const wholeCaptionsSchema = v.object({
  id: idSchema,
  startedAtMs: integer,
  source: soundSourceSchema,
  ...rangeSchema.entries,
  isRunning: flag,
  /** Its turns, in order of speech. */
  turns: v.array(storedTurnSchema),
  /** The recordings with sound of it, in order of speech. */
  recordings: v.array(recordingSchema),
  /** The dictations that were made meanwhile, in order of speech. */
  dictations: v.array(rangeSchema),
});

export type NewCaptions = v.InferOutput<typeof newCaptionsSchema>;
export type WholeCaptions = v.InferOutput<typeof wholeCaptionsSchema>;
/** A range of sound in the clock of its run. Null: to the end of what was recorded. */
export type SampleRange = v.InferOutput<typeof rangeSchema>;
