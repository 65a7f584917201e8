import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { vi } from 'vitest';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { root } from '../../tools/start/build.ts';
import { findRuntime } from '../../tools/start/runtime.ts';
import { launchApp, type App, type LaunchOptions } from './app.ts';
import { patient } from './patient.ts';
import { startService, type Service } from './service.ts';

/** A compositor of the harness. */
export interface Desktop {
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** What a person on Wayland has who uses the app. */
export interface WaylandDesk<D extends Desktop> {
  desktop: D;
  sound: VirtualSound;
  service: Service;
  /** Launches the app; resolves once its hotkeys are heard. */
  launch(options?: LaunchOptions): Promise<App>;
  /** Has the app that runs do what a verb says, by a second launch. */
  verb(app: App, verb: `--${string}`): Promise<void>;
  /** Writes a program that does the same. Returns its path. */
  verbProgram(app: App, verb: `--${string}`): Promise<string>;
  stopApps(): Promise<void>;
  stop(): Promise<void>;
}

/** @param start starts the compositor */
export async function startWaylandDesk<D extends Desktop>(
  start: () => Promise<D>,
): Promise<WaylandDesk<D>> {
  const [desktop, sound, service] = await Promise.all([start(), startSound(), startService()]);
  // The app has a home of its own.
  const around = Object.entries(desktop.env).filter(([name]) => name !== 'HOME');
  const deskEnv = { ...sound.env, ...service.env, ...Object.fromEntries(around) };
  const apps: App[] = [];
  const stopApps = async (): Promise<void> => {
    await Promise.all(apps.splice(0).map((app) => app.stop()));
  };
  const commandOf = ({ userData }: App, verb: string) => {
    const runtime = findRuntime();
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [...sandbox, root, `--user-data-dir=${userData}`, verb];
    return { program: runtime.executable, args, env: { ...runtime.env, ...deskEnv } };
  };
  return {
    desktop,
    sound,
    service,
    launch: async (options = {}) => {
      const env = { ...deskEnv, ...options.env };
      const app = await launchApp({ ...options, env });
      apps.push(app);
      const log = () => readFile(join(app.userData, 'logs/main.log'), 'utf8');
      await vi.waitFor(async () => {
        if (!(await log()).includes(' hotkeys-ready')) throw new Error('No hotkey is heard yet.');
      }, patient);
      return app;
    },
    verb: async (app, verb) => {
      const { program, args, env } = commandOf(app, verb);
      await promisify(execFile)(program, args, { env: { ...process.env, ...env } });
    },
    verbProgram: async (app, verb) => {
      const { program, args, env } = commandOf(app, verb);
      const file = join(app.home, verb.slice(2));
      const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
      const words = ['env', ...variables, program, ...args].map((word) => `'${word}'`);
      await writeFile(file, `#!/bin/sh\nexec ${words.join(' ')}\n`, { mode: 0o755 });
      return file;
    },
    stopApps,
    stop: async () => {
      await stopApps();
      await Promise.all([service.close(), sound.stop(), desktop.stop()]);
    },
  };
}
