import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Clipboard } from 'electron';
import { makeTemporaryFolder, startOwned } from '../../desktop-harness/owned-process.ts';
import { reply } from '../../desktop-harness/x11/connection.ts';
import { strictly } from '../strict.ts';
import { windowConnection } from '../window/x-window.ts';

/** The window that owns the clipboard; 0 if there is none. */
const owner = async (): Promise<number> => {
  const connection = await windowConnection();
  const selection = await connection.atom('CLIPBOARD');
  return reply<number>((cb) => connection.X.GetSelectionOwner(selection, cb));
};

/** X's clipboard. xclip owns it until another program writes to it or the app ends. */
export const clipboard = strictly<Clipboard>('clipboard', {
  readText: async () => {
    const args = ['-selection', 'clipboard', '-target', 'UTF8_STRING', '-out'];
    // xclip fails if the clipboard holds no text.
    const empty = { stdout: '' };
    return (await promisify(execFile)('xclip', args).catch(() => empty)).stdout;
  },
  writeText: async (text) => {
    const folder = await makeTemporaryFolder('clipboard');
    const file = join(folder, 'text');
    await writeFile(file, text);
    const before = await owner();
    const command = ['xclip', '-quiet', '-selection', 'clipboard', '-in', file];
    const writer = startOwned(command, { env: process.env, folder });
    const ended = new AbortController();
    void writer.ended.then(() => ended.abort());
    while ([before, 0].includes(await owner())) {
      if (ended.signal.aborted)
        throw new Error('The clipboard could not be written. Is the package xclip installed?');
      await sleep(5);
    }
  },
});
