import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import type { Problem } from '#shared/status.ts';

/** One of the app's JSON files. */
export interface JsonStore {
  store: Store;
  /** What a person has to know about how it was opened, or null. */
  problem: Problem | null;
}

/**
 * Opens one of the app's JSON files. A file that cannot be read is set aside as
 * `NAME.json.corrupt-TIME`, never overwritten, and a fresh one is begun.
 *
 * @param folder the user-data folder
 * @throws the file system's error where the folder cannot be read or written
 */
export function openJsonStore(folder: string, name: string): JsonStore {
  // The file is for this person only, whatever the umask says.
  const open = (): Store => new Store({ cwd: folder, name, configFileMode: 0o600 });
  try {
    return { store: open(), problem: null };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const file = join(folder, `${name}.json`);
    const setAside = `${file}.corrupt-${Date.now()}`;
    renameSync(file, setAside);
    const sentence = `${name}.json could not be read, so CaptionKey starts without it. It is kept as ${setAside}.`;
    return { store: open(), problem: { code: 'file-set-aside', sentence } };
  }
}
