import * as v from 'valibot';

const nameSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(500));

/**
 * How a microphone is remembered. PortAudio's device ids are indexes that move when something is
 * plugged in, and several microphones may have one name.
 */
export const microphoneRefSchema = v.object({
  /**
   * Tells the microphones of one host API apart: the sound server's own name of the source, or
   * PortAudio's name with an ordinal. Version 0.1 stored none, and chose by the name.
   */
  id: v.optional(nameSchema),
  /** As it is shown. */
  name: nameSchema,
  hostApi: v.pipe(v.string(), v.maxLength(100)),
});

export type MicrophoneRef = v.InferOutput<typeof microphoneRefSchema>;

/** A microphone that is present now. */
export const microphoneSchema = v.object({
  ...microphoneRefSchema.entries,
  id: nameSchema,
  /** The name that version 0.1 chose it by; null where that name meant another microphone. */
  oldName: v.nullable(nameSchema),
  isDefault: v.boolean(),
  /** It hears what the computer plays. */
  isMonitor: v.optional(v.boolean()),
  /** It hears what the computer plays on the system's default output. */
  isOfDefaultOutput: v.optional(v.boolean()),
});

export type PresentMicrophone = v.InferOutput<typeof microphoneSchema>;

/** Whether a microphone that is present is the one that is remembered. */
export const isMicrophone = (present: PresentMicrophone, wanted: MicrophoneRef): boolean =>
  present.hostApi === wanted.hostApi &&
  (wanted.id === undefined ? present.oldName === wanted.name : present.id === wanted.id);

/** Whether there is anything that hears people, and not only what the computer plays. */
export const hasMicrophone = (present: PresentMicrophone[]): boolean =>
  present.some(({ isMonitor }) => isMonitor !== true);

/** What is remembered of a microphone that is chosen. */
export const refOf = ({ id, name, hostApi }: PresentMicrophone): MicrophoneRef => ({
  id,
  name,
  hostApi,
});
