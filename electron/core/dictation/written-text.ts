import type { Settings } from '#shared/settings.ts';
import { removeFillers } from './fillers.ts';
import { replaceWords } from './replacements.ts';
import { textLanguages } from './text-languages.ts';
import { writeCommands } from './write-commands.ts';

export type WritingSettings = Pick<
  Settings,
  'languageCodes' | 'removeFillers' | 'replacements' | 'voiceCommands'
>;

/**
 * What is written for a dictation: without fillers, with its voice commands, and with the replacements
 * of the person, which count before a filler or a command of the same words.
 *
 * @param reported the codes of the languages that the service reported
 */
export function writtenText(
  { text, languages: reported }: { text: string; languages: readonly string[] },
  settings: WritingSettings,
): string {
  const { replacements } = settings;
  const languages = textLanguages(reported, settings.languageCodes);
  const taken = new Set(replacements.map(({ from }) => from.toLowerCase()));
  const spoken = settings.removeFillers ? removeFillers(text, languages, taken) : text;
  const written = settings.voiceCommands ? writeCommands(spoken, languages.spoken, taken) : spoken;
  return replaceWords(written, replacements);
}
