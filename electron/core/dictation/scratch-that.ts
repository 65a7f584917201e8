import { scratchThat } from '#shared/voice-commands.ts';
import { removeFillers } from './fillers.ts';
import { textLanguages } from './text-languages.ts';
import type { WritingSettings } from './written-text.ts';

/** The words of a text in lower case, without its marks. */
const wordsOf = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

/**
 * Whether a dictation is nothing but the command to remove the one before. A replacement of the same words
 * counts first.
 */
export function isScratchThat(
  { text, languages: reported }: { text: string; languages: readonly string[] },
  settings: WritingSettings,
): boolean {
  if (!settings.voiceCommands) return false;
  const languages = textLanguages(reported, settings.languageCodes);
  const said = wordsOf(settings.removeFillers ? removeFillers(text, languages, new Set()) : text);
  const isCommand = languages.spoken.some((language) =>
    scratchThat[language].some((wording) => wordsOf(wording) === said),
  );
  return isCommand && !settings.replacements.some(({ from }) => wordsOf(from) === said);
}
