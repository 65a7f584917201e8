import { commandLanguage, commandLanguages, type CommandLanguage } from '#shared/voice-commands.ts';

/** The languages of a dictation, of those that have commands and fillers. */
export interface TextLanguages {
  /** Their commands and fillers count. */
  spoken: readonly CommandLanguage[];
  /** A word of these languages may be in the text. */
  possible: readonly CommandLanguage[];
}

/**
 * The languages that the service reported for a text. If it reported none of these, English and the
 * languages that the person prefers count; without a preference, any of them may be spoken.
 *
 * @param reported codes of the service
 * @param preferred codes of the settings, or `multi`
 */
export function textLanguages(
  reported: readonly string[],
  preferred: readonly string[],
): TextLanguages {
  const known = knownOf(reported);
  if (known.length > 0) return { spoken: known, possible: known };
  const chosen = knownOf(preferred);
  const spoken = knownOf(['en', ...chosen]);
  const isOpen = chosen.length === 0 || preferred.includes('multi');
  return { spoken, possible: isOpen ? commandLanguages : spoken };
}

const knownOf = (codes: readonly string[]): CommandLanguage[] => [
  ...new Set(codes.map(commandLanguage).filter((language) => language !== null)),
];
