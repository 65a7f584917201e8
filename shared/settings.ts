import * as v from 'valibot';
import { microphoneRefSchema } from './microphone.ts';

const acceleratorSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

const recordingRetentionSchema = v.picklist(['until-stored', 'week', 'forever']);

/** How long a recording is kept: until its text is stored, for a week, or for ever. */
export type RecordingRetention = v.InferOutput<typeof recordingRetentionSchema>;

/**
 * What is kept in settings.json. Every key has a default, and a bad value costs only its own key.
 *
 * @param isMac macOS has other habits for global keys
 */
export const settingsSchema = (isMac: boolean) =>
  v.object({
    /** Null: the system's default microphone. */
    microphone: v.fallback(v.nullable(microphoneRefSchema), null),
    /** Starts captions; pressed again ends them and copies what was said. */
    toggleHotkey: v.fallback(acceleratorSchema, isMac ? 'Alt+Space' : 'Control+Alt+Space'),
    /** Ends the turn that is being spoken; captions go on. */
    forceEndpointHotkey: v.fallback(acceleratorSchema, 'Control+Alt+Enter'),
    /** When the sound of a recording goes. Sound that is not transcribed yet never goes by itself. */
    recordingRetention: v.fallback(recordingRetentionSchema, 'until-stored'),
  });

export type Settings = v.InferOutput<ReturnType<typeof settingsSchema>>;
