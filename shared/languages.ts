import type { SpeechModel } from './speech-model.ts';

/**
 * The languages that recognition can be biased towards, by their codes on the wire (ISO 639-1, but for
 * Cantonese, which has none there).
 */
export const languageNames = {
  af: 'Afrikaans',
  ar: 'Arabic',
  ca: 'Catalan',
  da: 'Danish',
  de: 'German',
  en: 'English',
  es: 'Spanish',
  et: 'Estonian',
  fa: 'Persian',
  fi: 'Finnish',
  fr: 'French',
  gl: 'Galician',
  he: 'Hebrew',
  hi: 'Hindi',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  mr: 'Marathi',
  nl: 'Dutch',
  nn: 'Norwegian Nynorsk',
  no: 'Norwegian',
  pt: 'Portuguese',
  ro: 'Romanian',
  ru: 'Russian',
  sv: 'Swedish',
  tr: 'Turkish',
  ur: 'Urdu',
  vi: 'Vietnamese',
  xh: 'Xhosa',
  yue: 'Cantonese',
  zh: 'Mandarin',
  zu: 'Zulu',
} as const;

export type LanguageCode = keyof typeof languageNames;

const six = ['en', 'es', 'de', 'fr', 'it', 'pt'] as const;

/** Those of Universal-3.5 Pro; Universal-3.6 Pro has all. */
const nineteen = [
  ...six,
  ...(['ar', 'ca', 'da', 'fi', 'he', 'hi', 'ja', 'nl', 'no', 'sv', 'tr', 'vi', 'zh'] as const),
];

/**
 * The languages that each model can be biased towards. Sources: AssemblyAI's page of supported languages
 * for Universal-3 Pro, and its streaming reference of autumn 2026 for the codes of Universal-3.5 and
 * 3.6 Pro. An earlier page has Urdu instead of Catalan for 3.5; the newer one counts.
 * Universal-Streaming and Whisper detect the language and cannot be biased.
 */
export const languagesOf: Record<SpeechModel, readonly LanguageCode[]> = {
  'u3-rt-pro': six,
  'universal-3-5-pro': nineteen,
  'universal-3-6-pro': Object.keys(languageNames).filter(isLanguage),
  'universal-streaming-english': [],
  'universal-streaming-multilingual': [],
  'whisper-rt': [],
};

export function isLanguage(code: string): code is LanguageCode {
  return Object.hasOwn(languageNames, code);
}

/** Whether a session of that model takes the code. */
export const takesLanguage = (model: SpeechModel, code: string): boolean =>
  languagesOf[model].some((known) => known === code);
