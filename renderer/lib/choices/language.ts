import type { Choices } from '#shared/choices.ts';
import { leanLanguages } from '#shared/languages.ts';
import { modelFacts } from '#shared/models.ts';

/** The languages of the model as they are, one that it leans towards, or the model of all others. */
export type LanguageChoice = 'automatic' | 'whisper' | 'several' | LeanCode;
type LeanCode = (typeof leanLanguages)[number]['code'];

type Language = Pick<Choices, 'speechModel' | 'languageCodes'>;

/** Only a model with a prompt can be leaned. */
const canLean = ({ speechModel }: Language): boolean => modelFacts[speechModel].takes.prompt;

/** What the choices come to; `several` was written into settings.json. */
export function languageOf(choices: Language): LanguageChoice {
  if (choices.speechModel === 'whisper-rt') return 'whisper';
  const [code, ...others] = choices.languageCodes;
  if (code === undefined || !canLean(choices)) return 'automatic';
  const known = leanLanguages.find((language) => language.code === code);
  return known === undefined || others.length > 0 ? 'several' : known.code;
}

/** What can be chosen now, by its name. */
export function languageOptions(choices: Language): { value: LanguageChoice; label: string }[] {
  const isSeveral = languageOf(choices) === 'several';
  const leaning = leanLanguages.map(({ code, name }) => ({
    value: code,
    label: `Lean towards ${name}`,
  }));
  return [
    { value: 'automatic', label: 'Automatic' },
    // Whisper can be left for these too: the model that leans comes with them.
    ...(canLean(choices) || choices.speechModel === 'whisper-rt' ? leaning : []),
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
    ...(choices.speechModel === 'whisper-rt' && { speechModel: 'u3-rt-pro' }),
  };
}
