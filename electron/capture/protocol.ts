import * as v from 'valibot';
import { microphoneRefSchema, microphoneSchema } from '#shared/microphone.ts';

const sampleIndex = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What main asks of the capture process. */
export const captureCommandSchema = v.variant('type', [
  v.object({ type: v.literal('list') }),
  /** Load what the first opening needs, ahead of it. */
  v.object({ type: v.literal('prepare') }),
  /** Null: the system's default microphone. The first sample gets the index `startSample`. */
  v.object({
    type: v.literal('open'),
    microphone: v.nullable(microphoneRefSchema),
    startSample: sampleIndex,
  }),
  /**
   * Write what is captured to a WAV file before it is posted, from a sample on that may be a moment
   * ago: what is still in memory of it is written first.
   */
  v.object({ type: v.literal('record'), path: v.string(), startSample: sampleIndex }),
  v.object({ type: v.literal('close') }),
]);

export type CaptureCommand = v.InferOutput<typeof captureCommandSchema>;

/** What the capture process reports. */
export const captureReportSchema = v.variant('type', [
  v.object({ type: v.literal('microphones'), microphones: v.array(microphoneSchema) }),
  v.object({
    type: v.literal('chunk'),
    startSample: sampleIndex,
    pcm: v.custom<Uint8Array>((value) => value instanceof Uint8Array),
    /** Of each stretch of `levelSamples`, see shared/level.ts. */
    levels: v.pipe(v.array(v.number()), v.minLength(1)),
    capturedAtMs: v.number(),
  }),
  /** A WAV file was created; its first sample is the one with the index `startSample`. */
  v.object({ type: v.literal('recording'), path: v.string(), startSample: sampleIndex }),
  /**
   * A process that is spent sees no device any more that is plugged in: naudiodon lets PortAudio go
   * after every opening but one that was refused, and only then are the devices listed anew.
   */
  v.object({ type: v.literal('closed'), isSpent: v.boolean() }),
  /** The microphone that was asked for is away; the default is open in its place. */
  v.object({ type: v.literal('fell-back') }),
  v.object({
    type: v.literal('failed'),
    code: v.picklist([
      'no-microphone',
      'cannot-open',
      'cannot-record',
      'broken',
      'no-audio-library',
    ]),
  }),
]);

export type CaptureReport = v.InferOutput<typeof captureReportSchema>;
export type CaptureFailureCode = Extract<CaptureReport, { type: 'failed' }>['code'];
