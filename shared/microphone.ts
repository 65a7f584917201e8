import * as v from 'valibot';

/**
 * How a microphone is remembered: by name and host API, because PortAudio's device ids are
 * indexes that move when something is plugged in.
 */
export const microphoneRefSchema = v.object({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  hostApi: v.pipe(v.string(), v.maxLength(100)),
});

export type MicrophoneRef = v.InferOutput<typeof microphoneRefSchema>;

/** A microphone that is present now. */
export const microphoneSchema = v.object({
  ...microphoneRefSchema.entries,
  isDefault: v.boolean(),
});

export type Microphone = v.InferOutput<typeof microphoneSchema>;
