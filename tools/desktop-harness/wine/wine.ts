import { execFile, spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startDisplay, type VirtualDisplay } from '../display.ts';
import { startOwned } from '../owned-process.ts';
import { answered } from '../wayland/until.ts';
import {
  loader,
  prepareWine,
  runQuietly,
  serverProgram,
  wineEnvironment,
  type PreparedWine,
} from './prepare.ts';
import { startProgram, type WindowsProgram } from './program.ts';
import { startTarget, type TargetKind, type WindowsTarget } from './targets.ts';

/** A Windows of its own: its registry, its processes, its screen. */
export interface WineDesktop {
  /** Where keys are pressed, see `holdKeys`. */
  display: string;
  /** Answers what tests ask about Windows. */
  probe: WindowsProgram;
  /** Starts a test program on Windows' Node, by its path. */
  start(file: string, ...args: string[]): Promise<WindowsProgram>;
  /** Starts a program of another maker; its window has the focus then. */
  startTarget(kind: TargetKind): Promise<WindowsTarget>;
  stop(): Promise<void>;
}

/** Starts Windows. */
export async function startWine(): Promise<WineDesktop> {
  const prepared = await prepareWine();
  const folder = await mkdtemp(join(prepared.folder, 'session-'));
  const display = await startDisplay({ width: 1280, height: 800 });
  const started: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (const one of started.splice(0).reverse()) await one.stop();
    await display.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const env = await environmentIn(folder, prepared, display);
    started.push(await startServer(folder, env));
    const command = { env, folder, node: prepared.node };
    const start = async (file: string, ...args: string[]): Promise<WindowsProgram> => {
      const program = await startProgram(command, file, args);
      started.push(program);
      return program;
    };
    const probe = await start(join(import.meta.dirname, 'programs/probe.ts'));
    return {
      display: display.display,
      probe,
      start,
      startTarget: async (kind) => {
        const target = await startTarget(kind, { display: display.display, probe, start, command });
        started.push(target);
        return target;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Copies the registry; all else is only read. */
async function environmentIn(
  folder: string,
  { prefix, modules }: PreparedWine,
  { env }: VirtualDisplay,
): Promise<Record<string, string>> {
  const own = join(folder, 'prefix');
  const home = join(folder, 'home');
  mkdirSync(home);
  await promisify(execFile)('cp', ['-al', prefix, own]);
  for (const file of globSync('*.reg', { cwd: prefix })) {
    rmSync(join(own, file));
    cpSync(join(prefix, file), join(own, file));
  }
  const NODE_PATH = `Z:${modules.replaceAll('/', '\\')}`;
  return { ...wineEnvironment(own, home), ...env, NODE_PATH };
}

/** The server of Wine ends with us, and everything that runs on it. */
async function startServer(
  folder: string,
  env: Record<string, string>,
): Promise<{ stop(): Promise<void> }> {
  const server = startOwned([serverProgram, '-f', '-p'], { env, folder });
  // A program that does not find it would start another, which nothing would end.
  await answered('the server of Wine', () => isServerRunning(env) || null);
  // The first program would wait for the desktop and the services of Windows.
  await runQuietly([loader, 'wineboot.exe'], env);
  return {
    stop: async () => {
      // A server that is killed leaves the services of Windows behind, and they never end.
      await runQuietly([serverProgram, '-k'], env);
      await server.stop();
    },
  };
}

/** Signal 0 does nothing, and fails where there is no server. */
const isServerRunning = (env: Record<string, string>): boolean =>
  spawnSync(serverProgram, ['-k0'], { env, stdio: 'ignore' }).status === 0;
