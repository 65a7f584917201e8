import type { Settings } from '#shared/settings.ts';
import type { Setup } from '#shared/setup.ts';
import type { FactsOf } from './events.ts';

/**
 * What a report of a fault needs, as text for the clipboard: of the key only where it comes from,
 * and nothing that was said.
 */
export function diagnostics(
  versions: FactsOf<'app-started'>,
  setup: Setup,
  settings: Settings,
  logLines: readonly string[],
): string {
  const { keySource, isDemo, microphones, microphoneNote, hotkeys } = setup;
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
      ...(microphoneNote === null ? [] : [microphoneNote]),
    ],
    Hotkeys: hotkeys.map(
      ({ accelerator, problem, holdProblem }) =>
        `${accelerator}: ${problem ?? holdProblem ?? 'works'}`,
    ),
    Log: logLines,
  };
  return withoutSerials(
    Object.entries(parts)
      .map(([title, lines]) => [`${title}:`, ...lines.map((line) => `  ${line}`), ''].join('\n'))
      .join('\n'),
  );
}

/**
 * A sound server names a USB microphone by its serial number, and one over Bluetooth by its address.
 * Either would tell one person from all others.
 */
const withoutSerials = (text: string): string =>
  text
    .replaceAll(/\busb-[^\s"]+/g, 'usb-…')
    .replaceAll(/\b[\dA-F]{2}(?:([:_-])[\dA-F]{2})(?:\1[\dA-F]{2}){4}(?![\dA-F])/gi, '…');

/** A person's own words say what they talk about; a report needs only how much of them there is. */
const withoutWords = ({ prompt, keyterms, replacements, ...settings }: Settings): object => ({
  ...settings,
  promptCharacters: prompt.length,
  keytermCount: keyterms.length,
  replacementCount: replacements.length,
});
