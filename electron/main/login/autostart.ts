import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a desktop on Linux starts with the session. */
export interface Autostart {
  /** The program and its arguments. */
  command: string[];
  /** The folder in which it starts; null if that does not matter. */
  folder: string | null;
}

/** Quotes an argument as the Desktop Entry Specification says. A single `%` would begin a field code. */
const quoted = (argument: string): string =>
  `"${argument.replaceAll(/["`$\\]/g, String.raw`\$&`)}"`.replaceAll('%', '%%');

/**
 * The command in a form that every desktop finds. A program's path must not contain `=`, and desktops look
 * for it before they read `%%` as `%`. As an argument of the shell, it can be any path.
 */
const findable = (command: string[]): string[] =>
  /[=%]/.test(command[0] ?? '') ? ['sh', '-c', 'exec "$0" "$@"', ...command] : command;

const escapes: Record<string, string> = {
  ...{ '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' },
};

/** Escapes a value of a desktop entry, which is one line. */
const escaped = (value: string): string =>
  value.replaceAll(/[\\\n\r\t]/g, (character) => escapes[character] ?? character);

/** The desktop entry (freedesktop.org, Desktop Application Autostart Specification). */
export const autostartEntry = ({ command, folder }: Autostart): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    'Name=CaptionKey',
    `Exec=${escaped(findable(command).map(quoted).join(' '))}`,
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
