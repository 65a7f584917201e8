import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './build.ts';
import { say } from './say.ts';

const electron = join(root, 'node_modules/electron');
const standIn = join(root, 'tools/electron-stand-in/dist');
/** Created when the download fails, so that later starts do not try again. */
const failedDownload = join(root, 'node_modules/.captionkey-without-electron');

/** Electron is about 120 MB. */
const downloadTimeoutMs = 15 * 60_000;

/** What runs the app: Electron, or the stand-in if Electron cannot be downloaded. */
export interface Runtime {
  executable: string;
  /** The environment for tools that start Electron themselves, such as Playwright. */
  env: Record<string, string>;
  isStandIn: boolean;
}

/** Returns Electron if it is installed or can be downloaded, or else the stand-in (Linux only). */
export function findRuntime(): Runtime {
  const executable = electronExecutable() ?? downloadElectron();
  if (executable !== null) return { executable, env: {}, isStandIn: false };
  return {
    executable: join(standIn, 'electron'),
    env: { ELECTRON_OVERRIDE_DIST_PATH: standIn },
    isStandIn: true,
  };
}

/** Searches where npm's `electron` does: the folder of its environment variable, or its own. */
function electronExecutable(): string | null {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electron, 'dist');
  const pathFile = join(electron, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron';
  if (resolve(folder) === standIn) return null;
  const executable = join(folder, name);
  return existsSync(executable) ? executable : null;
}

function downloadElectron(): string | null {
  if (existsSync(failedDownload)) return null;
  say('downloading Electron…');
  const { status, stderr } = spawnSync(process.execPath, [join(electron, 'install.js')], {
    encoding: 'utf8',
    timeout: downloadTimeoutMs,
  });
  if (status === 0) return electronExecutable();
  const reason = /^\w*Error: .*/m.exec(stderr)?.[0] ?? 'no answer';
  say(`Electron could not be downloaded (${reason}).`);
  if (process.platform !== 'linux') process.exit(1);
  say(`To try again later, remove ${failedDownload}`);
  writeFileSync(failedDownload, 'Remove this file to try again.\n');
  return null;
}
