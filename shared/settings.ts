import * as v from 'valibot';
import { limits } from './limits.ts';
import { microphoneRefSchema } from './microphone.ts';
import { speechModelSchema } from './speech-model.ts';

/** Which keys it stands for is read where it is used. */
export const acceleratorSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

export const dictationModeSchema = v.picklist(['auto', 'hold', 'toggle']);

/**
 * How the dictation key is used: held while speaking, pressed to begin and again to end, or, as
 * `auto`, by how long it is pressed.
 */
export type DictationMode = v.InferOutput<typeof dictationModeSchema>;

const recordingRetentionSchema = v.picklist(['until-stored', 'week', 'forever']);

/** How long a recording is kept: until its text is stored, for a week, or for ever. */
export type RecordingRetention = v.InferOutput<typeof recordingRetentionSchema>;

/** Where AssemblyAI keeps and processes what is said. */
const regionSchema = v.picklist(['global', 'us', 'eu']);
export type Region = v.InferOutput<typeof regionSchema>;

const textsSchema = v.pipe(v.array(v.pipe(v.string(), v.maxLength(1_000))), v.maxLength(1_000));
const durationSchema = v.nullable(v.number());

const replacementSchema = v.object({
  from: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.replacedCharacters)),
  to: v.pipe(v.string(), v.maxLength(1_000)),
  /** Upper and lower case differ; where it is missing, as in files of version 0.1, they are alike. */
  matchCase: v.optional(v.boolean()),
});

/** Whole words that are written otherwise than they are recognised. */
export type Replacement = v.InferOutput<typeof replacementSchema>;

const deliverySchema = v.picklist(['paste', 'clipboard']);

/** What becomes of dictated text: it is pasted at the cursor, or left on the clipboard. */
export type DeliveryWay = v.InferOutput<typeof deliverySchema>;

const wholeFrom = ({ least, most }: { least: number; most: number }) => {
  const message = `has to be a whole number from ${least} to ${most}`;
  return v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
};

/** How the newer Pro models weigh speed against accuracy; sets their silences, too. */
export const latencyModes = ['min_latency', 'balanced', 'max_accuracy'] as const;
/** Which microphone background voices and noise are taken out for. */
export const voiceFocuses = ['near-field', 'far-field'] as const;
/** Vocabularies of a trade. */
export const domains = ['medical-v1'] as const;

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));

/** From the upper left corner of a display's work area, in pixels. */
const offsetSchema = v.object({ x: pixels, y: pixels });

export type Offset = v.InferOutput<typeof offsetSchema>;

/** More displays than anybody carries a machine to. */
export const mostDisplays = 20;

/** More than there will be models. */
export const mostRedirects = 50;
const redirectsSchema = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(200))),
  v.maxLength(mostRedirects),
);

/** Newest last; a list, because JSON puts the keys of an object that are numbers in their order. */
const positionsSchema = v.pipe(
  v.array(v.object({ displayId: v.pipe(v.number(), v.safeInteger()), ...offsetSchema.entries })),
  v.maxLength(mostDisplays),
);

/**
 * What can be read at all. A value that is out of the service's range is told to the person when a
 * session begins, not dropped.
 */
const entries = {
  /** Null: the system's default microphone. */
  microphone: v.nullable(microphoneRefSchema),
  /** Dictates, as {@link DictationMode} says. */
  dictationHotkey: acceleratorSchema,
  dictationMode: dictationModeSchema,
  /** Starts captions; pressed again ends them and copies what was said. */
  captionsHotkey: acceleratorSchema,
  /** Ends the turn that is being spoken; captions go on. */
  forceEndpointHotkey: acceleratorSchema,
  /** Delivers the newest dictation once more. */
  deliverAgainHotkey: acceleratorSchema,
  /** When the sound of a recording goes. Sound that is not transcribed yet never goes by itself. */
  recordingRetention: recordingRetentionSchema,
  speechModel: speechModelSchema,
  /** Every connection goes there. */
  region: regionSchema,
  /** What the speech is about and how to write it; empty for none. */
  prompt: v.pipe(v.string(), v.maxLength(100_000)),
  /** Names and terms to listen for. */
  keyterms: textsSchema,
  /** Languages to expect, such as `en`; none: whichever are spoken. */
  languageCodes: textsSchema,
  /** Tell which language was heard. */
  languageDetection: v.boolean(),
  /** Silence after which a turn that reads complete is final. Null: the model's own. */
  minTurnSilenceMs: durationSchema,
  /** Silence after which any turn is final. Null: the model's own. */
  maxTurnSilenceMs: durationSchema,
  /** While only a dictation runs, silence after which a turn is final. Null: as for captions. */
  dictationSilenceMs: durationSchema,
  /** Null: the model's own. */
  latencyMode: v.nullable(v.picklist(latencyModes)),
  /** Costs extra. Null: off. */
  voiceFocus: v.nullable(v.picklist(voiceFocuses)),
  domain: v.nullable(v.picklist(domains)),
  /** Offensive words become `***`. */
  filterProfanity: v.boolean(),
  /** How sure the service has to be that a sound is a voice, 0 to 1. Null: the model's own. */
  vadThreshold: v.nullable(v.number()),
  /** So many turns before help to understand the next; 0: each turn stands alone. */
  previousContextTurns: v.number(),
  /** How long the connection is kept after a stop, so that the next start is at once. */
  keepConnectedSeconds: wholeFrom(limits.keepConnectedSeconds),
  /** Put in after recognition, before dictated text is delivered. */
  replacements: v.pipe(
    v.array(replacementSchema),
    v.maxLength(limits.replacements, `holds more than ${limits.replacements} of them`),
  ),
  delivery: deliverySchema,
  /** The microphone is open all the time, so that a word begun before the key is whole. */
  preRoll: v.boolean(),
  /** A short tone when listening begins, when it is done, and when something is wrong. */
  sounds: v.boolean(),
  /** Redirects that were shown, as `ASKED RAN`, newest last. */
  knownRedirects: redirectsSchema,
  /** Where the person has put the captions, by display. */
  captionsPositions: positionsSchema,
};

/** What settings.json may hold: each key only where it was chosen. */
export const chosenSettingsSchema = v.partial(v.object(entries));
export type ChosenSettings = v.InferOutput<typeof chosenSettingsSchema>;

/**
 * What is kept in settings.json. Every key has a default, and a bad value costs only its own key.
 *
 * @param isMac macOS has other habits for global keys
 */
export const settingsSchema = (isMac: boolean) =>
  v.object({
    microphone: v.fallback(entries.microphone, null),
    dictationHotkey: v.fallback(entries.dictationHotkey, isMac ? 'Alt+Space' : 'Control+Alt+Space'),
    dictationMode: v.fallback(entries.dictationMode, 'auto'),
    captionsHotkey: v.fallback(entries.captionsHotkey, 'Control+Alt+C'),
    forceEndpointHotkey: v.fallback(entries.forceEndpointHotkey, 'Control+Alt+Enter'),
    deliverAgainHotkey: v.fallback(entries.deliverAgainHotkey, 'Control+Alt+V'),
    recordingRetention: v.fallback(entries.recordingRetention, 'until-stored'),
    speechModel: v.fallback(entries.speechModel, 'u3-rt-pro'),
    region: v.fallback(entries.region, 'global'),
    prompt: v.fallback(entries.prompt, ''),
    keyterms: v.fallback(entries.keyterms, []),
    languageCodes: v.fallback(entries.languageCodes, []),
    languageDetection: v.fallback(entries.languageDetection, false),
    minTurnSilenceMs: v.fallback(entries.minTurnSilenceMs, null),
    maxTurnSilenceMs: v.fallback(entries.maxTurnSilenceMs, null),
    dictationSilenceMs: v.fallback(entries.dictationSilenceMs, 3_000),
    latencyMode: v.fallback(entries.latencyMode, null),
    voiceFocus: v.fallback(entries.voiceFocus, null),
    domain: v.fallback(entries.domain, null),
    filterProfanity: v.fallback(entries.filterProfanity, false),
    vadThreshold: v.fallback(entries.vadThreshold, null),
    previousContextTurns: v.fallback(entries.previousContextTurns, 0),
    keepConnectedSeconds: v.fallback(entries.keepConnectedSeconds, 20),
    replacements: v.fallback(entries.replacements, []),
    delivery: v.fallback(entries.delivery, 'paste'),
    preRoll: v.fallback(entries.preRoll, false),
    sounds: v.fallback(entries.sounds, false),
    knownRedirects: v.fallback(entries.knownRedirects, []),
    captionsPositions: v.fallback(entries.captionsPositions, []),
  });

export type Settings = v.InferOutput<ReturnType<typeof settingsSchema>>;
export type StreamingSettings = Pick<
  Settings,
  | 'keepConnectedSeconds'
  | 'speechModel'
  | 'prompt'
  | 'keyterms'
  | 'languageCodes'
  | 'languageDetection'
  | 'minTurnSilenceMs'
  | 'maxTurnSilenceMs'
  | 'dictationSilenceMs'
  | 'latencyMode'
  | 'voiceFocus'
  | 'domain'
  | 'filterProfanity'
  | 'vadThreshold'
  | 'previousContextTurns'
  | 'region'
>;
