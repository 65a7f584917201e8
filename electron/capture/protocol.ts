import * as v from 'valibot';
import { microphoneRefSchema, microphoneSchema } from '#shared/microphone.ts';
import { soundSourceSchema } from '#shared/sound-source.ts';

const sampleIndex = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What main asks of the capture process. */
export const captureCommandSchema = v.variant('type', [
  v.object({ type: v.literal('list') }),
  /** Load the system's audio libraries before the first opening needs them. */
  v.object({ type: v.literal('prepare') }),
  /**
   * Null: the system's default microphone or, for the sound of the computer, the monitor of the default
   * output. The first sample gets the index `startSample`.
   */
  v.object({
    type: v.literal('open'),
    /** Absent: a microphone. */
    source: v.optional(soundSourceSchema),
    microphone: v.nullable(microphoneRefSchema),
    startSample: sampleIndex,
  }),
  /**
   * Write the sound to a WAV file, each chunk before it is posted. `startSample` may lie in the past;
   * the file then begins with the sound that is still in memory.
   */
  v.object({ type: v.literal('record'), path: v.string(), startSample: sampleIndex }),
  v.object({ type: v.literal('close') }),
  /** Answered with `pong`, after every chunk that is there already. */
  v.object({ type: v.literal('ping') }),
]);

export type CaptureCommand = v.InferOutput<typeof captureCommandSchema>;

/** What the capture process reports. */
export const captureReportSchema = v.variant('type', [
  v.object({ type: v.literal('microphones'), microphones: v.array(microphoneSchema) }),
  v.object({
    type: v.literal('chunk'),
    startSample: sampleIndex,
    pcm: v.custom<Uint8Array>((value) => value instanceof Uint8Array),
    /** One level per `levelSamples` samples, see shared/level.ts. */
    levels: v.pipe(v.array(v.number()), v.minLength(1)),
    capturedAtMs: v.number(),
  }),
  /** A WAV file was created; its first sample is the one with the index `startSample`. */
  v.object({ type: v.literal('recording'), path: v.string(), startSample: sampleIndex }),
  /**
   * A spent process must be replaced: it does not see devices that are connected from now on.
   * PortAudio lists devices when it is initialised. naudiodon terminates it after each opening, but
   * not after a refused one.
   */
  v.object({ type: v.literal('closed'), isSpent: v.boolean() }),
  v.object({ type: v.literal('pong') }),
  /** The chosen microphone is not connected; the default is open instead. */
  v.object({ type: v.literal('fell-back') }),
  v.object({
    type: v.literal('failed'),
    code: v.picklist([
      'no-microphone',
      'no-computer-sound',
      'cannot-open',
      'cannot-record',
      'broken',
      'no-audio-library',
    ]),
  }),
]);

export type CaptureReport = v.InferOutput<typeof captureReportSchema>;
export type CaptureFailureCode = Extract<CaptureReport, { type: 'failed' }>['code'];
