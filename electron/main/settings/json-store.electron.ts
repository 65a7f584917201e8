import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';
import * as v from 'valibot';
import type { Problem } from '#shared/status.ts';

/** One of the app's JSON files. */
export interface JsonStore {
  store: Store;
  /** What a person has to know about how it was opened, or null. */
  problem: Problem | null;
}

interface Reading {
  deserialize?: (text: string) => Values;
}
type Values = v.InferOutput<typeof valuesSchema>;
const valuesSchema = v.record(v.string(), v.unknown());

/** The store's own way to pass over what it cannot read would write to the disk. */
function emptyWhereUnreadable(text: string): Values {
  try {
    return v.parse(valuesSchema, JSON.parse(text));
  } catch {
    return {};
  }
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
  const open = (reading: Reading = {}): Store =>
    // The file is for this person only, whatever the umask says.
    new Store({ cwd: folder, name, configFileMode: 0o600, ...reading });
  try {
    return { store: open(), problem: null };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const file = join(folder, `${name}.json`);
    const setAside = `${file}.corrupt-${Date.now()}`;
    try {
      renameSync(file, setAside);
    } catch {
      const sentence = `${name}.json could not be read, so CaptionKey starts without it. It could not be set aside and is where it was.`;
      const store = open({ deserialize: emptyWhereUnreadable });
      return { store, problem: { code: 'file-unreadable', sentence } };
    }
    const sentence = `${name}.json could not be read, so CaptionKey starts without it. It is kept as ${setAside}.`;
    return { store: open(), problem: { code: 'file-set-aside', sentence } };
  }
}
