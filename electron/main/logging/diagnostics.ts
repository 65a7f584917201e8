import { englishSentenceOf } from '#shared/messages/index.ts';
import type { Settings } from '#shared/settings.ts';
import type { AppState } from '#shared/app-state.ts';
import type { FactsOf } from './events.ts';

/** What a bug report needs, as text for the clipboard: of the key only its source, and no speech. */
export function diagnostics(
  versions: FactsOf<'app-started'>,
  appState: AppState,
  settings: Settings,
  logLines: readonly string[],
): string {
  const { keySource, isDemo, microphones, microphoneProblem, hotkeys } = appState;
  const parts = {
    Versions: Object.entries(versions).map(([name, version]) => `${name} ${version}`),
    Key: [keySource],
    Demo: [isDemo ? 'yes' : 'no'],
    Settings: Object.entries(withoutWords(settings)).map(
      ([name, value]) => `${name} ${JSON.stringify(value)}`,
    ),
    Microphones: [
      ...microphones.map(({ name, hostApi, isDefault }) =>
        [`${name} (${hostApi})`, ...(isDefault ? ['default'] : [])].join(', '),
      ),
      ...(microphoneProblem === null ? [] : [englishSentenceOf(microphoneProblem)]),
    ],
    Hotkeys: hotkeys.map(({ accelerator, problem, holdProblem }) => {
      const why = problem ?? holdProblem;
      return `${accelerator}: ${why === null ? 'works' : englishSentenceOf(why)}`;
    }),
    Log: logLines,
  };
  return withoutSerials(
    Object.entries(parts)
      .map(([title, lines]) => [`${title}:`, ...lines.map((line) => `  ${line}`), ''].join('\n'))
      .join('\n'),
  );
}

/**
 * A sound server's names contain the serial number of a USB microphone or the address of a Bluetooth
 * one. Either would identify the person.
 */
const withoutSerials = (text: string): string =>
  text
    .replaceAll(/\busb-[^\s"]+/g, 'usb-…')
    .replaceAll(/\b[\dA-F]{2}(?:([:_-])[\dA-F]{2})(?:\1[\dA-F]{2}){4}(?![\dA-F])/gi, '…');

/** A person's own words reveal what they talk about. A report needs only their number. */
const withoutWords = ({
  prompt,
  keyterms,
  replacements,
  appProfiles,
  ...settings
}: Settings): object => ({
  ...settings,
  promptCharacters: prompt.length,
  keytermCount: keyterms.length,
  replacementCount: replacements.length,
  appProfileCount: appProfiles.length,
});
