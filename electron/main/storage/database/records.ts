import * as v from 'valibot';
import { soundSourceSchema } from '#shared/sound-source.ts';
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

/** Of what is heard. Absent: the microphone. */
export const sourceEntry = { source: v.optional(soundSourceSchema) };

const recordingEntries = {
  /** The file's name inside `recordings/`. It must not lead outside. */
  path: v.pipe(v.string(), v.regex(/^[\w.-]+\.wav$/)),
  startedAtMs: integer,
  /** Index of its first sample in this run's sample clock. */
  startSample: sample,
};

export const newRecordingSchema = v.object({ ...recordingEntries, ...sourceEntry });

export const recordingSchema = v.object({
  ...recordingEntries,
  id: idSchema,
  /** Everything before this sample is final and stored, or has no words. */
  settledToSample: sample,
  /** Its end; null while it is written, and forever if a crash ended it. */
  endSample: v.nullable(sample),
  /** The person keeps the sound and wants no more questions about it. */
  isKept: flag,
  /** Whether it belongs to this run, whose sample clock still counts. */
  isOfThisRun: flag,
});

const turnEntries = {
  /** Null if no recording has the sound. */
  recordingId: v.nullable(idSchema),
  /** From the first word to the end of the last, in the sample clock of its run. */
  startSample: sample,
  endSample: sample,
  text: v.string(),
  /** The service's name of the language, such as `en`; null if it named none. */
  language: v.nullable(v.string()),
  createdAtMs: integer,
};

export const newTurnSchema = v.object({ ...turnEntries, ...sourceEntry });

export const storedTurnSchema = v.object({ ...turnEntries, id: idSchema });

export const unfinishedSchema = v.object({
  ...recordingSchema.entries,
  /** Its turns, in order of speech. */
  turns: v.array(storedTurnSchema),
});

export const sessionSchema = v.object({
  /** The service's id from Begin. A session that is saved again replaces itself. */
  id: v.pipe(v.string(), v.minLength(1)),
  startedAtMs: integer,
  /** The requested model. */
  model: v.string(),
  /** The configuration that the service reported; null if it reported none. */
  configuration: v.nullable(sessionConfigurationSchema),
  /** The host of the service, which shows the region. */
  host: v.string(),
  audioSeconds: seconds,
  sessionSeconds: seconds,
  /** The seconds are the app's own estimate, because no Termination came. */
  isEstimated: v.boolean(),
});

export type NewRecording = v.InferOutput<typeof newRecordingSchema>;
export type Recording = v.InferOutput<typeof recordingSchema>;
export type NewTurn = v.InferOutput<typeof newTurnSchema>;
export type UnfinishedRow = v.InferOutput<typeof unfinishedSchema>;
export type Session = v.InferOutput<typeof sessionSchema>;
