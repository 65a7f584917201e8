import * as v from 'valibot';
import { sessionConfigurationSchema } from '#shared/session-configuration.ts';

export const integer = v.pipe(v.number(), v.safeInteger());
const sample = v.pipe(integer, v.minValue(0));
/** SQLite has no booleans. */
export const flag = v.pipe(
  v.picklist([0, 1]),
  v.transform((value) => value === 1),
);
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0));

export const idSchema = v.pipe(integer, v.minValue(1));
export const sampleSchema = sample;

export const newRecordingSchema = v.object({
  /** The file's name inside `recordings/`; it must not lead anywhere else. */
  path: v.pipe(v.string(), v.regex(/^[\w.-]+\.wav$/)),
  startedAtMs: integer,
  /** Index of its first sample in this run's sample clock. */
  startSample: sample,
});

export const recordingSchema = v.object({
  ...newRecordingSchema.entries,
  id: idSchema,
  /** Everything before this sample is final and stored, or was found to hold no words. */
  settledToSample: sample,
  /** Where it ends; null while it is written, and for ever where that was cut short. */
  endSample: v.nullable(sample),
  /** The person wants the sound and no more questions about it. */
  isKept: flag,
  /** Made since this start of the app, whose sample clock still runs. */
  isOfThisRun: flag,
});

export const newTurnSchema = v.object({
  /** Null where the sound was in no recording of ours. */
  recordingId: v.nullable(idSchema),
  /** From the first word to the end of the last, in the sample clock of its run. */
  startSample: sample,
  endSample: sample,
  text: v.string(),
  /** As the service names it, such as `en`; null where it did not. */
  language: v.nullable(v.string()),
  createdAtMs: integer,
});

export const storedTurnSchema = v.object({ ...newTurnSchema.entries, id: idSchema });

export const unfinishedSchema = v.object({
  ...recordingSchema.entries,
  /** Its turns, in order of speech. */
  turns: v.array(storedTurnSchema),
});

export const sessionSchema = v.object({
  /** The service's name for it, from Begin. Saved again, a session replaces itself. */
  id: v.pipe(v.string(), v.minLength(1)),
  startedAtMs: integer,
  /** The one that was asked for. */
  model: v.string(),
  /** What the service said it runs; null where it said nothing. */
  configuration: v.nullable(sessionConfigurationSchema),
  /** The host that heard it, which tells the region. */
  host: v.string(),
  audioSeconds: seconds,
  sessionSeconds: seconds,
  /** The seconds are by our own clock, because no Termination told them. */
  isEstimated: v.boolean(),
});

export type NewRecording = v.InferOutput<typeof newRecordingSchema>;
export type Recording = v.InferOutput<typeof recordingSchema>;
export type NewTurn = v.InferOutput<typeof newTurnSchema>;
export type StoredTurn = v.InferOutput<typeof storedTurnSchema>;
export type UnfinishedRecording = v.InferOutput<typeof unfinishedSchema>;
export type Session = v.InferOutput<typeof sessionSchema>;
