import type { Choices } from '#shared/choices.ts';
import { languageNames, languagesOf, takesLanguage, type LanguageCode } from '#shared/languages.ts';
import { defaultModel, type SpeechModel } from '#shared/speech-model.ts';

/** The languages of the model as they are, one that it leans towards, or the model of all others. */
export type LanguageChoice = 'automatic' | 'whisper' | 'several' | LanguageCode;

type Language = Pick<Choices, 'speechModel' | 'languageCodes'>;

/** What the choices come to; `several` was written into settings.json. */
export function languageOf(choices: Language): LanguageChoice {
  const { speechModel } = choices;
  if (speechModel === 'whisper-rt') return 'whisper';
  const codes = choices.languageCodes.filter((code) => takesLanguage(speechModel, code));
  const [only] = languagesOf[speechModel].filter((code) => codes.includes(code));
  if (only === undefined) return 'automatic';
  return codes.length > 1 ? 'several' : only;
}

/** Whisper can be left for the languages of the default model, which comes with them. */
const leaningModel = (speechModel: SpeechModel): SpeechModel =>
  speechModel === 'whisper-rt' ? defaultModel : speechModel;

/** What can be chosen now, by its name. */
export function languageOptions(choices: Language): { value: LanguageChoice; label: string }[] {
  const isSeveral = languageOf(choices) === 'several';
  const leaning = languagesOf[leaningModel(choices.speechModel)]
    .map((value) => ({ value, label: `Prefer ${languageNames[value]}` }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
  return [
    { value: 'automatic', label: 'Automatic' },
    ...leaning,
    ...(isSeveral ? [{ value: 'several' as const, label: choices.languageCodes.join(', ') }] : []),
    { value: 'whisper', label: 'One of 99 others (Whisper)' },
  ];
}

/** What has to be changed for a language to be the one that is chosen. */
export function choosing(language: LanguageChoice, choices: Language): Partial<Choices> {
  if (language === 'several') return {};
  if (language === 'whisper') return { speechModel: 'whisper-rt', languageCodes: [] };
  return {
    languageCodes: language === 'automatic' ? [] : [language],
    ...(choices.speechModel === 'whisper-rt' && { speechModel: defaultModel }),
  };
}
