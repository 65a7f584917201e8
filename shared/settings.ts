/**
 * Every setting of settings.json, once: what it may hold, its default, the page of the panel that
 * changes it, and when a change takes effect. The comment above a setting is its line in
 * docs/settings.md. To add a setting, add it to `preferences`, or to a group that is spread there, if the panel
 * can simply store it. Add it to `settings` if main has to try it first, or the panel does not show it. Read it
 * where it is used; one that the panel shows has a title in the messages. A name in settings.json never changes.
 */
import * as v from 'valibot';
import { actions, hotkeyActions } from './actions.ts';
import { defaultTextSizePx, defaultWidthPx } from './captions-size.ts';
import type { Expectation } from './expectation.ts';
import { limits } from './limits.ts';
import { microphoneRefSchema } from './microphone.ts';
import { listSetting, setting, settingBySystem } from './setting-definition.ts';
import {
  acceleratorSchema,
  captionsFonts,
  captionsPlaces,
  dictationModes,
  domains,
  insertionWays,
  latencyModes,
  positionSchema,
  profileSchema,
  recordingRetentions,
  regions,
  replacementSchema,
  voiceFocuses,
} from './setting-values.ts';
import { defaultModel, speechModels } from './speech-model.ts';
import { captionsSources } from './sound-source.ts';
import type { System } from './system.ts';
import { columnOf, keysOf, tableOf } from './tables.ts';
import { uiLanguageChoices } from './ui-languages.ts';
import { color, flag, integer, oneOf, orNull, text, value, type Range } from './value.ts';

const dictionary = { page: 'dictionary', takesEffect: 'in-session' } as const;
const recognition = { page: 'recognition', takesEffect: 'in-session' } as const;
const insertion = { page: 'dictation', takesEffect: 'next-insertion' } as const;
const captions = { page: 'captions', takesEffect: 'at-once' } as const;
const onHotkeys = { page: 'hotkeys', takesEffect: 'at-once' } as const;
const ownMemory = { page: null, takesEffect: 'when-needed' } as const;

/** What settings.json may hold of a list of words. The service takes less, and says so itself. */
const someTexts = { entry: text(1_000).schema, most: 1_000, keep: 'first' } as const;

/**
 * Any number, of which the panel offers a range: a value that is out of the service's range is
 * reported when a session begins, not dropped when the file is read.
 */
const numberIn = (range: Range) => value(v.number(), { type: 'other' }, range);

/** The settings that decide a session with the service. */
const streaming = {
  /** Names and terms to recognise, of up to 50 characters each. */
  keyterms: listSetting(someTexts, dictionary),
  /** Context: what the speech is about and how to write it. */
  prompt: setting(text(100_000), '', dictionary),
  /** The model, see [below](#models). */
  speechModel: setting(oneOf(...speechModels), defaultModel, recognition),
  /** Languages to prefer, such as `["es"]`; the others are still recognised. */
  languageCodes: listSetting(someTexts, recognition),
  /** The pause in ms that ends a finished sentence. Null: the model's own. */
  minTurnSilenceMs: setting(orNull(numberIn(limits.turnSilenceMs)), null, recognition),
  /** The pause in ms that ends any turn. Null: the model's own. */
  maxTurnSilenceMs: setting(orNull(numberIn(limits.turnSilenceMs)), null, recognition),
  /** The pause in ms that ends a turn while only a dictation runs. Null: as for captions. */
  dictationSilenceMs: setting(
    orNull(integer(limits.silenceMs, limits.turnSilenceMs)),
    3_000,
    recognition,
  ),
  /** Speed or accuracy; sets the pauses, too, if they are not set. Null: the model's own. */
  latencyMode: setting(orNull(oneOf(...latencyModes)), null, recognition),
  /** Takes out noise and other voices; AssemblyAI charges $0.10 more an hour. Null: off. */
  voiceFocus: setting(orNull(oneOf(...voiceFocuses)), null, recognition),
  /** How sure the service has to be that it hears a voice. Null: the model's own. */
  vadThreshold: setting(
    orNull(numberIn({ ...limits.vadThreshold, step: 0.05 })),
    null,
    recognition,
  ),
  /** Medical terms in English, Spanish, German and French; AssemblyAI charges extra. Null: off. */
  domain: setting(orNull(oneOf(...domains)), null, recognition),
  /** Writes `***` instead of offensive words. */
  filterProfanity: setting(flag, false, recognition),
  /** Whether the service reports the language of each turn. */
  languageDetection: setting(flag, false, recognition),
  /** Turns that help the service to understand the next one. */
  previousContextTurns: setting(numberIn(limits.previousContextTurns), 0, recognition),
  /** Where every connection goes, including the key check. */
  region: setting(oneOf(...regions), 'global', recognition),
  /** How many seconds the connection stays open after a stop; you pay for them. */
  keepConnectedSeconds: setting(integer(limits.keepConnectedSeconds), 20, recognition),
};

/** What captions hear, how they look, and when they hide. */
const ofCaptions = {
  /** What captions hear; `both` is two connections. Dictation always hears the microphone. */
  captionsSource: setting(oneOf(...captionsSources), 'microphone', captions),
  /** The size of the words in pixels. */
  captionsTextSize: setting(integer(limits.captionsTextSize), defaultTextSizePx, captions),
  /** The font of the words. */
  captionsFont: setting(oneOf(...captionsFonts), 'system', captions),
  /** The colour of the words. */
  captionsTextColor: setting(color, '#ffffff', captions),
  /** The colour behind the words. */
  captionsBackgroundColor: setting(color, '#0e1013', captions),
  /** How much the background covers, in percent. */
  captionsOpacity: setting(integer(limits.percent), 100, captions),
  /** Draws a dark or light line around every letter. */
  captionsOutline: setting(flag, false, captions),
  /** How many lines of words are shown. */
  captionsLines: setting(integer(limits.captionsLines), 2, captions),
  /** Where they are: at the top or bottom of a display, or where you have dragged them. */
  captionsPlace: setting(oneOf(...captionsPlaces), 'free', captions),
  /** The width in pixels, until you change it on a display at the edges of the window. */
  captionsWidth: setting(integer(limits.captionsWidth), defaultWidthPx, captions),
  /** Lets the mouse reach the window below the captions. */
  captionsClickThrough: setting(flag, false, captions),
  /** Hides the captions after so many seconds of silence, until the next word. Null: never. */
  captionsHideAfterSeconds: setting(
    orNull(integer(limits.captionsHideAfterSeconds)),
    null,
    captions,
  ),
};

/** The settings that the panel changes without trying them first. */
export const preferences = {
  ...streaming,
  ...ofCaptions,
  /** Words of dictated text to write differently, see [below](#replacements). */
  replacements: listSetting(
    { entry: replacementSchema, most: limits.replacements, keep: 'first' },
    { page: 'dictionary', takesEffect: 'next-insertion' },
  ),
  /** Writes marks and line ends for spoken commands, see [below](#voice-commands). */
  voiceCommands: setting(flag, false, { page: 'dictionary', takesEffect: 'next-insertion' }),
  /** Leaves out “um” and the like of the six languages, unless it may be a word. */
  removeFillers: setting(flag, false, { page: 'dictionary', takesEffect: 'next-insertion' }),
  /** Pastes dictated text at the cursor, or leaves it on the clipboard. */
  insertion: setting(oneOf(...insertionWays), 'paste', insertion),
  /** On GNOME, pastes even if no program says that it is in front. */
  pasteIntoUnknownWindow: setting(flag, false, insertion),
  /** What is different in single programs, see [below](#app-profiles). */
  appProfiles: listSetting(
    { entry: profileSchema, most: limits.profiles, keep: 'first' },
    { page: 'dictation', takesEffect: 'next-dictation' },
  ),
  /** A tone when CaptionKey listens, when it is done, and when something is wrong. */
  sounds: setting(flag, false, { page: 'dictation', takesEffect: 'at-once' }),
  /** Starts CaptionKey with your session, hidden. */
  startAtLogin: setting(flag, false, { page: 'home', takesEffect: 'at-once' }),
  /** The language of the app: `system` follows the system, and English is for all others. */
  appLanguage: setting(oneOf(...uiLanguageChoices), 'system', {
    page: 'home',
    takesEffect: 'at-once',
  }),
  /** Keeps the texts of dictations and captions. Off: no further text is stored. */
  keepHistory: setting(flag, true, { page: 'privacy', takesEffect: 'at-once' }),
  /** Deletes texts that are older than so many days. Null: never. */
  historyDays: setting(orNull(integer(limits.historyDays)), null, {
    page: 'privacy',
    takesEffect: 'next-deletion',
  }),
  /** When a recording is deleted. Sound without text is kept until you delete it. */
  recordingRetention: setting(oneOf(...recordingRetentions), 'until-stored', {
    page: 'privacy',
    takesEffect: 'next-deletion',
  }),
  /** Stops captions after so many minutes without a word, with a warning before. Null: never. */
  captionsSilenceMinutes: setting(orNull(integer(limits.captionsSilenceMinutes)), 30, {
    page: 'privacy',
    takesEffect: 'at-once',
  }),
  /** Stops captions once the month has cost so many US dollars, by the app's estimate. Null: no limit. */
  captionsMonthlyDollars: setting(orNull(integer(limits.captionsMonthlyDollars)), null, {
    page: 'privacy',
    takesEffect: 'at-once',
  }),
  /** Keeps the microphone open, so that speech 0.5 s before the key is kept. */
  preRoll: setting(flag, false, { page: 'privacy', takesEffect: 'at-once' }),
};

/** The shortcuts, by the names that their actions have for them. */
const hotkeys = tableOf(
  hotkeyActions.map((id) => {
    const { setting: name, keys } = actions[id].hotkey;
    return [name, settingBySystem(value(acceleratorSchema), keys, onHotkeys)];
  }),
);

export const settings = {
  /** The microphone, by its id, name and host API. Null: the system's default. */
  microphone: setting(value(v.nullable(microphoneRefSchema)), null, {
    page: 'home',
    takesEffect: 'next-opening',
  }),
  ...hotkeys,
  /** Whether you hold the dictation key or press it twice ([hotkeys.md](hotkeys.md)). */
  dictationMode: setting(oneOf(...dictationModes), 'auto', onHotkeys),
  ...preferences,
  /** Whether the first run was finished or skipped. With a key there is none. */
  firstRunDone: setting(flag, false, ownMemory),
  /** The zoom of the panel in percent, changed by `Ctrl` with `+`, `-` and `0`. */
  panelZoom: setting(integer(limits.zoomPercent), 100, ownMemory),
  /** Changes of the model by the service that were shown, as `ASKED RAN`, newest last. */
  knownRedirects: listSetting(
    { entry: text(200).schema, most: limits.redirects, keep: 'last' },
    ownMemory,
  ),
  /** Where the captions were put and how wide they were made, by display, newest last. */
  captionsPositions: listSetting(
    { entry: positionSchema, most: limits.displays, keep: 'last' },
    ownMemory,
  ),
};

type Definitions = typeof settings;
export type SettingName = keyof Definitions;
export type Settings = { [Name in SettingName]: v.InferOutput<Definitions[Name]['schema']> };
export type StreamingSettings = Pick<Settings, keyof typeof streaming>;
export type PreferenceName = keyof typeof preferences;

export const settingNames = keysOf(settings);
export const preferenceNames = keysOf(preferences);

export const isSettingName = (name: string): name is SettingName => Object.hasOwn(settings, name);
export const isPreferenceName = (name: string): name is PreferenceName =>
  Object.hasOwn(preferences, name);

/** What the value of a setting has to be, if it is not taken. */
export const expectationOf = (name: string): Expectation =>
  isSettingName(name) ? settings[name].expected : { type: 'other' };

/** What settings.json may hold: each key only where it was chosen. */
export const chosenSettingsSchema = v.partial(v.object(columnOf(settings, 'schema')));
export type ChosenSettings = v.InferOutput<typeof chosenSettingsSchema>;

/**
 * What settings.json holds. A bad value costs only its own key, and a bad entry of a list only
 * itself.
 *
 * @param system has its own habits for global keys
 */
export const settingsSchema = (system: System) =>
  v.object(columnOf(columnOf(settings, 'readable'), system));
