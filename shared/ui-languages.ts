/** The languages of the interface by their codes (ISO 639-1), in the order of their own names. */
export const uiLanguages = ['de', 'en', 'es', 'fr', 'it', 'pt'] as const;

export type UiLanguage = (typeof uiLanguages)[number];

/** What a person can choose: one of them, or that of the system. */
export const uiLanguageChoices = ['system', ...uiLanguages] as const;

export type UiLanguageChoice = (typeof uiLanguageChoices)[number];

/** Each language by its own name, so that a person finds theirs whatever the app speaks. */
export const uiLanguageNames: Record<UiLanguage, string> = {
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  pt: 'Português (Brasil)',
};

/**
 * The language that is shown.
 *
 * @param preferred the languages of the system, the favourite first: `de-AT`, or on Linux `de_AT.UTF-8`
 */
export function uiLanguageOf(choice: UiLanguageChoice, preferred: readonly string[]): UiLanguage {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const code = tag.toLowerCase().split(/[-_.@]/)[0];
    const known = uiLanguages.find((language) => language === code);
    if (known !== undefined) return known;
  }
  return 'en';
}
