import { renameSync } from 'node:fs';
import { join } from 'node:path';
import Store from 'electron-store';

/**
 * Opens one of the app's JSON files. A file that cannot be read is set aside as
 * `NAME.json.corrupt-TIME`, never overwritten, and a fresh one is begun.
 *
 * @param folder the user-data folder
 */
export function openJsonStore(folder: string, name: string): Store {
  // The file is for this person only, whatever the umask says.
  const open = (): Store => new Store({ cwd: folder, name, configFileMode: 0o600 });
  try {
    return open();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const file = join(folder, `${name}.json`);
    renameSync(file, `${file}.corrupt-${Date.now()}`);
    return open();
  }
}
