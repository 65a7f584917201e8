import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { makeTemporaryFolder, startOwned } from './owned-process.ts';
import { reply, withX } from './x11/connection.ts';

type Selection = 'clipboard' | 'primary';

/** Reads the clipboard in one format with xclip; null if the clipboard does not offer it. */
export async function readClipboard(
  display: string,
  format: string,
  selection: Selection = 'clipboard',
): Promise<Buffer | null> {
  const args = ['-selection', selection, '-target', format, '-out'];
  const options = {
    env: { ...process.env, DISPLAY: display },
    encoding: 'buffer',
    maxBuffer: 64_000_000,
    timeout: 10_000,
  } as const;
  return promisify(execFile)('xclip', args, options).then(
    ({ stdout }) => stdout,
    () => null,
  );
}

/** The window that owns the selection; 0 if there is none. */
export const selectionOwner = (
  display: string,
  selection: Selection = 'clipboard',
): Promise<number> =>
  withX(display, async (connection) => {
    const name = await connection.atom(selection.toUpperCase());
    return reply<number>((cb) => connection.X.GetSelectionOwner(name, cb));
  });

/** Starts a program that copies content in one format. It runs until it loses the selection or `stop`. */
export async function copyToClipboard(
  display: string,
  format: string,
  content: string | Buffer,
  selection: Selection = 'clipboard',
): Promise<{ stop: () => Promise<void> }> {
  const folder = await makeTemporaryFolder('copied');
  const file = join(folder, 'content');
  await writeFile(file, content);
  const before = await selectionOwner(display, selection);
  const command = ['xclip', '-quiet', '-selection', selection, '-target', format, '-in', file];
  const owner = startOwned(command, { env: { ...process.env, DISPLAY: display }, folder });
  while ([before, 0].includes(await selectionOwner(display, selection))) await sleep(10);
  return { stop: () => owner.stop() };
}
