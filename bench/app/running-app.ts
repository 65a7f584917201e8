import { spawn, type SpawnOptionsWithStdioTuple } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { patienceMs } from '../../tools/patience.ts';
import { root } from '../../tools/start/build.ts';
import { findRuntime } from '../../tools/start/runtime.ts';

/** The built app without a debugger, because a debugger in its pages costs CPU time. */
export interface RunningApp {
  pid: number;
  userData: string;
  /** Milliseconds from the start of the process to that event in the log. Rejects if it never comes, or the app ends first. */
  untilLogged(event: string): Promise<number>;
  /** Launches the app again with these arguments, which the running instance receives. */
  launchAgain(...args: string[]): Promise<void>;
  stop(): Promise<void>;
}

/**
 * @param env the screen, the microphone and the service
 * @param modules CommonJS modules that the main process loads before the app
 */
export async function runApp(
  env: Record<string, string>,
  args: string[],
  modules: string[] = [],
): Promise<RunningApp> {
  const { executable, env: runtimeEnv } = findRuntime();
  const home = await mkdtemp(join(tmpdir(), 'captionkey-bench-'));
  const userData = join(home, 'user-data');
  await mkdir(join(home, 'tmp'));
  const options: SpawnOptionsWithStdioTuple<'ignore', 'ignore', 'pipe'> = {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...runtimeEnv, HOME: home, TMPDIR: join(home, 'tmp'), ...env },
  };
  const launch = (more: string[], preloaded: string[]) =>
    spawn(
      executable,
      [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        ...preloaded.flatMap((module) => ['-r', module]),
        ...[root, `--user-data-dir=${userData}`, ...more],
      ],
      options,
    );
  const launchedAtMs = Date.now();
  const child = launch(args, modules);
  const gone = once(child, 'exit');
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  const launchAgain = async (...more: string[]): Promise<void> => {
    const second = launch(more, []);
    second.stderr.resume();
    await once(second, 'exit');
  };
  return {
    pid: child.pid ?? 0,
    userData,
    launchAgain,
    untilLogged: async (event) => {
      const askedAtMs = Date.now();
      const line = new RegExp(`^(\\S+) \\w+ \\w+ ${event}\\b`, 'm');
      for (;;) {
        const log = await readFile(join(userData, 'logs/main.log'), 'utf8').catch(() => '');
        const loggedAt = line.exec(log)?.[1];
        if (loggedAt !== undefined) return Date.parse(loggedAt) - launchedAtMs;
        const { exitCode, signalCode } = child;
        if ((exitCode ?? signalCode) !== null)
          throw new Error(`The app ended (${signalCode ?? exitCode}) before ${event}:\n${errors}`);
        if (Date.now() - askedAtMs > patienceMs)
          throw new Error(`The log has no ${event}:\n${log}\n${errors}`);
        await sleep(20);
      }
    },
    stop: async () => {
      child.kill();
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      await gone;
      clearTimeout(timer);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
