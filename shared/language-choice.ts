import { messages } from './messages/index.ts';
import type { Preferences } from './preferences.ts';
import { languagesOf, takesLanguage, type LanguageCode } from './languages.ts';
import { defaultModel, type SpeechModel } from './speech-model.ts';

/** The languages of the model as they are, one that it leans towards, or the model of all others. */
export type LanguageChoice = 'automatic' | 'whisper' | 'several' | LanguageCode;

type Language = Pick<Preferences, 'speechModel' | 'languageCodes'>;

/** What the preferences come to; `several` was written into settings.json. */
export function languageOf(preferences: Language): LanguageChoice {
  const { speechModel } = preferences;
  if (speechModel === 'whisper-rt') return 'whisper';
  const codes = preferences.languageCodes.filter((code) => takesLanguage(speechModel, code));
  const [only] = languagesOf[speechModel].filter((code) => codes.includes(code));
  if (only === undefined) return 'automatic';
  return codes.length > 1 ? 'several' : only;
}

/** Whisper can be left for the languages of the default model, which comes with them. */
const leaningModel = (speechModel: SpeechModel): SpeechModel =>
  speechModel === 'whisper-rt' ? defaultModel : speechModel;

/** What can be chosen now, by its name. */
export function languageOptions(preferences: Language): { value: LanguageChoice; label: string }[] {
  const texts = messages.recognition;
  const isSeveral = languageOf(preferences) === 'several';
  const leaning = languagesOf[leaningModel(preferences.speechModel)]
    .map((value) => ({ value, label: texts.prefer(texts.languageNames[value]) }))
    .sort((a, b) => a.label.localeCompare(b.label, messages.locale));
  return [
    { value: 'automatic', label: texts.automatic },
    ...leaning,
    ...(isSeveral
      ? [{ value: 'several' as const, label: preferences.languageCodes.join(', ') }]
      : []),
    { value: 'whisper', label: texts.whisper },
  ];
}

/** What has to be changed for a language to be the one that is chosen. */
export function choosing(language: LanguageChoice, preferences: Language): Partial<Preferences> {
  if (language === 'several') return {};
  if (language === 'whisper') return { speechModel: 'whisper-rt', languageCodes: [] };
  return {
    languageCodes: language === 'automatic' ? [] : [language],
    ...(preferences.speechModel === 'whisper-rt' && { speechModel: defaultModel }),
  };
}
