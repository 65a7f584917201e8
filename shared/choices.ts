import * as v from 'valibot';
import { chosenSettingsSchema, settingsSchema, type Settings } from './settings.ts';

/** The settings that the panel shows as choices, as it names them. */
export const choiceTitles = {
  keyterms: 'Names and terms',
  prompt: 'What it is about',
  replacements: 'Replacements',
  speechModel: 'Model',
  languageCodes: 'Language',
  minTurnSilenceMs: 'Silence after a finished sentence',
  maxTurnSilenceMs: 'Silence after anything',
  dictationSilenceMs: 'Silence within a dictation',
  latencyMode: 'Speed or accuracy',
  voiceFocus: 'Voice Focus',
  domain: 'Medical terms',
  filterProfanity: 'Hide offensive words',
  vadThreshold: 'Voice threshold',
  languageDetection: 'Report the language',
  previousContextTurns: 'Turns as context',
  keepConnectedSeconds: 'Stay connected after a stop',
  region: 'Region',
  delivery: 'Dictated text',
  recordingRetention: 'Recordings',
  preRoll: 'Pre-roll',
  sounds: 'Sounds',
} as const satisfies Partial<Record<keyof Settings, string>>;

export type ChoiceName = keyof typeof choiceTitles;

const choiceNames = Object.keys(choiceTitles) as [ChoiceName, ...ChoiceName[]];

/** All choices; none of them is another on macOS. */
export const choicesSchema = v.pick(settingsSchema(false), choiceNames);
export type Choices = v.InferOutput<typeof choicesSchema>;

/** Some of them, changed together. */
export const changedChoicesSchema = v.strictObject(
  v.pick(chosenSettingsSchema, choiceNames).entries,
);

/** A choice that the service takes otherwise than it is meant, or may refuse. */
export interface ChoiceWarning {
  choice: ChoiceName;
  /** What becomes of it, as a sentence that stands beside it. */
  sentence: string;
}

/** The choices as they are in use. */
export interface ChoicesInUse {
  choices: Choices;
  warnings: ChoiceWarning[];
}
