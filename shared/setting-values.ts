import * as v from 'valibot';
import { isLanguage } from './languages.ts';
import { limits } from './limits.ts';

/** Hotkeys check the keys themselves when they register the shortcut. */
export const acceleratorSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

export const dictationModes = ['auto', 'hold', 'toggle'] as const;
export const dictationModeSchema = v.picklist(dictationModes);

/**
 * How the dictation key is used: held while speaking, pressed to begin and again to end, or, as
 * `auto`, by how long it is pressed.
 */
export type DictationMode = v.InferOutput<typeof dictationModeSchema>;

export const recordingRetentions = ['until-stored', 'week', 'forever'] as const;

/** How long a recording is kept: until its text is stored, for a week, or for ever. */
export type RecordingRetention = (typeof recordingRetentions)[number];

export const regions = ['global', 'us', 'eu'] as const;

/** Where AssemblyAI keeps and processes what is said. */
export type Region = (typeof regions)[number];

/** How the newer Pro models weigh speed against accuracy; sets their silences, too. */
export const latencyModes = ['min_latency', 'balanced', 'max_accuracy'] as const;
export type LatencyMode = (typeof latencyModes)[number];

/** Which microphone background voices and noise are taken out for. */
export const voiceFocuses = ['near-field', 'far-field'] as const;
export type VoiceFocus = (typeof voiceFocuses)[number];

/** Vocabularies of a trade. */
export const domains = ['medical-v1'] as const;

/** What happens to dictated text. */
export const insertionWays = ['paste', 'clipboard'] as const;
export type InsertionWay = (typeof insertionWays)[number];

/** The families of fonts that every system has. */
export const captionsFonts = ['system', 'sans', 'serif', 'monospace'] as const;
export type CaptionsFont = (typeof captionsFonts)[number];

/** Where the captions are: at an edge of the display, or where the person has dragged them. */
export const captionsPlaces = ['free', 'top', 'bottom'] as const;
export type CaptionsPlace = (typeof captionsPlaces)[number];

export const replacementSchema = v.object({
  from: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(limits.replacedCharacters)),
  to: v.pipe(v.string(), v.maxLength(limits.writtenCharacters)),
  /** Upper and lower case differ; where it is missing, as in files of version 0.1, they are alike. */
  matchCase: v.optional(v.boolean()),
});

/** Whole words that are written otherwise than they are recognised. */
export type Replacement = v.InferOutput<typeof replacementSchema>;

const keytermSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(limits.keytermCharacters),
);

export const appNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(limits.appNameCharacters),
);

/** What is missing is as for every program. */
export const profileSchema = v.object({
  /** The name of the program, as the history shows it. */
  app: appNameSchema,
  /** The language to prefer. */
  language: v.optional(v.pipe(v.string(), v.guard(isLanguage))),
  /** Context that replaces the general one. */
  prompt: v.optional(v.pipe(v.string(), v.maxLength(limits.promptCharacters))),
  /** Names and terms that come before the general ones. */
  keyterms: v.optional(v.pipe(v.array(keytermSchema), v.maxLength(limits.keyterms))),
  insertion: v.optional(v.picklist(insertionWays)),
  /** Whether a text that soon follows another continues it. */
  continues: v.optional(v.boolean()),
  /** Presses Enter after a text that the program has read. */
  pressEnter: v.optional(v.boolean()),
});

/** What is different for dictations that begin in one program. */
export type AppProfile = v.InferOutput<typeof profileSchema>;

const pixels = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000));

/** From the upper left corner of a display's work area, in pixels. */
const offsetSchema = v.object({ x: pixels, y: pixels });

export type Offset = v.InferOutput<typeof offsetSchema>;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What of a display is the same after a restart, on systems that give it another id. */
const displaySchema = v.object({
  /** Its name for people; empty if the system has none. */
  label: v.pipe(v.string(), v.maxLength(limits.displayLabelCharacters)),
  /** Its size in its own pixels. */
  width: count,
  height: count,
  /** Its number among the displays of that label and size, from the left. */
  ordinal: count,
});

export type DisplayTraits = v.InferOutput<typeof displaySchema>;

/**
 * The place of the captions on a display. An entry of a list, because JSON puts the keys of an object
 * that are numbers in their order.
 */
export const positionSchema = v.object({
  /** Larger than a safe integer on Linux, for the manufacturers from H to Z. */
  displayId: v.pipe(v.number(), v.integer()),
  /** Missing in files of version 0.1. */
  display: v.optional(displaySchema),
  ...offsetSchema.entries,
  /** The width in pixels, if the person has changed it at the window's edges. */
  width: v.optional(pixels),
});

export type CaptionsPosition = v.InferOutput<typeof positionSchema>;
