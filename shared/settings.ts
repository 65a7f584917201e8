import * as v from 'valibot';
import { microphoneRefSchema } from './microphone.ts';
import { speechModelSchema } from './speech-model.ts';

const acceleratorSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

const recordingRetentionSchema = v.picklist(['until-stored', 'week', 'forever']);

/** How long a recording is kept: until its text is stored, for a week, or for ever. */
export type RecordingRetention = v.InferOutput<typeof recordingRetentionSchema>;
/** Where AssemblyAI keeps and processes what is said. */
const regionSchema = v.picklist(['global', 'us', 'eu']);
export type Region = v.InferOutput<typeof regionSchema>;

const textsSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(1_000));
const durationSchema = v.nullable(v.number());

/**
 * What is asked of the service. Here is only what can be read at all: a value that is out of the
 * service's range is told to the person when a session begins, not dropped.
 */
const streamingEntries = {
  speechModel: v.fallback(speechModelSchema, 'u3-rt-pro'),
  /** Every connection goes there. */
  region: v.fallback(regionSchema, 'global'),
  /** What the speech is about and how to write it; empty for none. */
  prompt: v.fallback(v.pipe(v.string(), v.maxLength(100_000)), ''),
  /** Names and terms to listen for. */
  keyterms: v.fallback(textsSchema, []),
  /** Languages to expect, such as `en`; none: whichever are spoken. */
  languageCodes: v.fallback(textsSchema, []),
  /** Tell which language was heard. */
  languageDetection: v.fallback(v.boolean(), false),
  /** Silence after which a turn that reads complete is final. Null: the model's own. */
  minTurnSilenceMs: v.fallback(durationSchema, null),
  /** Silence after which any turn is final. Null: the model's own. */
  maxTurnSilenceMs: v.fallback(durationSchema, null),
};

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
    ...streamingEntries,
  });

export type Settings = v.InferOutput<ReturnType<typeof settingsSchema>>;
export type StreamingSettings = Pick<Settings, keyof typeof streamingEntries>;
