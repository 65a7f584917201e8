import { join } from 'node:path';
import Store from 'electron-store';
import type { Problem } from '#shared/status.ts';
import { GuardedFile } from './guarded-file.ts';
import { isUsable, setAside, valuesIn } from './json-file.ts';

/** One of the app's JSON files. */
export interface JsonStore {
  store: GuardedFile;
  /** What a person has to know about how it was opened, or null. */
  problem: Problem | null;
}

/**
 * Opens one of the app's JSON files. A file that cannot be read is set aside as
 * `NAME.json.corrupt-TIME`, never overwritten, and a fresh one is begun. Where it cannot even be
 * set aside, it stays, and the app has none.
 *
 * @param folder the user-data folder
 * @throws the file system's error where the folder cannot be read
 */
export function openJsonStore(folder: string, name: string): JsonStore {
  const open = (file = name): GuardedFile =>
    new GuardedFile(
      // The file is for this person only, whatever the umask says.
      new Store({ cwd: folder, name: file, configFileMode: 0o600, deserialize: valuesIn }),
    );
  const path = join(folder, `${name}.json`);
  if (isUsable(path)) return { store: open(), problem: null };
  const said = `${name}.json could not be read, so CaptionKey starts without it.`;
  const aside = setAside(path);
  if (aside === null) {
    const sentence = `${said} It could not be set aside and is where it was.`;
    return { store: open(`${name}.new`), problem: { code: 'file-unreadable', sentence } };
  }
  const sentence = `${said} It is kept as ${aside}.`;
  return { store: open(), problem: { code: 'file-set-aside', sentence } };
}
