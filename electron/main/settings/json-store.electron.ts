import { join } from 'node:path';
import Store from 'electron-store';
import { problem, type Problem } from '#shared/problem.ts';
import { GuardedFile } from './guarded-file.ts';
import { isUsable, setAside, valuesIn } from './json-file.ts';

/** One of the app's JSON files. */
export interface JsonStore {
  store: GuardedFile;
  /** What the person has to know about the file, or null. */
  problem: Problem | null;
}

/**
 * Opens one of the app's JSON files. A file that cannot be read is renamed to `NAME.json.corrupt-TIME`,
 * and the app begins another. If it cannot be renamed either, it stays, and the app uses
 * `NAME.new.json` instead.
 *
 * @param folder the user-data folder
 * @throws the file system's error if the folder cannot be read
 */
export function openJsonStore(folder: string, name: string): JsonStore {
  const open = (file = name): GuardedFile =>
    new GuardedFile(
      // The file is for this person only, whatever the umask says.
      new Store({ cwd: folder, name: file, configFileMode: 0o600, deserialize: valuesIn }),
    );
  const path = join(folder, `${name}.json`);
  if (isUsable(path)) return { store: open(), problem: null };
  const file = `${name}.json`;
  const aside = setAside(path);
  return aside === null
    ? { store: open(`${name}.new`), problem: problem('file-unreadable', { file }) }
    : { store: open(), problem: problem('file-set-aside', { file, aside }) };
}
