import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../start/build.ts';
import { makeElectronFolder } from './electron-folder.ts';

/** What electron-builder has made. */
interface Built {
  /** The folder that is installed, without an installer. */
  packaged: string;
  deb: string;
}

/**
 * Builds the deb with the configuration of releases, but with replacements for what a machine may be
 * unable to download: a folder for Electron's, and `fpm.ts` for fpm.
 */
export async function buildDeb(folder: string): Promise<Built> {
  const builder = join(root, 'node_modules/electron-builder/cli.js');
  const electronDist = makeElectronFolder(join(folder, 'electron'));
  const options = [`-c.electronDist=${electronDist}`, `-c.directories.output=${folder}`];
  await promisify(execFile)(process.execPath, [builder, '--linux', 'deb', ...options], {
    cwd: root,
    env: { ...process.env, CUSTOM_FPM_PATH: join(root, 'tools/package/fpm.ts') },
  }).catch((error: unknown) => {
    // electron-builder says on standard output why it failed.
    const said = error instanceof Error && 'stdout' in error ? String(error.stdout) : '';
    throw new Error(`electron-builder failed:\n${said}`, { cause: error });
  });
  const deb = readdirSync(folder).find((name) => name.endsWith('.deb'));
  if (deb === undefined) throw new Error('electron-builder has made no deb.');
  return { packaged: join(folder, 'linux-unpacked'), deb: join(folder, deb) };
}
