import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a desktop on Linux starts with the session. */
export interface Autostart {
  /** The program and its arguments. */
  command: string[];
  /** The folder in which it starts; null if that does not matter. */
  folder: string | null;
}

/** Quotes an argument as the Desktop Entry Specification says; `%` would begin a field code. */
const quoted = (argument: string): string =>
  `"${argument.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`.replaceAll('%', '%%');

/** Escapes a value of a desktop entry. */
const escaped = (value: string): string => value.replaceAll('\\', '\\\\');

/** The desktop entry (freedesktop.org, Desktop Application Autostart Specification). */
export const autostartEntry = ({ command, folder }: Autostart): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=CaptionKey',
    `Exec=${escaped(command.map(quoted).join(' '))}`,
    ...(folder === null ? [] : [`Path=${escaped(folder)}`]),
    '',
  ].join('\n');

/**
 * Writes the desktop entry, or removes it.
 *
 * @throws the file system's error
 */
export function setAutostart(path: string, autostart: Autostart | null): void {
  if (autostart === null) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, autostartEntry(autostart));
}
