import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ensureSystemPackages, systemPackages } from '../setup.mjs';
import { buildWhenStale, root } from './build.ts';
import { findRuntime, type Runtime } from './runtime.ts';
import { say } from './say.ts';

const args = process.argv.slice(2);
const isHot = args[0] === '--hot-reload';
const appArgs = isHot ? args.slice(1) : args;

const runtime = findRuntime();
if (runtime.isStandIn) {
  say('Electron is not available here; running on the stand-in (Chromium).');
  ensureSystemPackages([...systemPackages.display, ...systemPackages.clipboard]);
}
if (!isHot) buildWhenStale();

const desktop = await findDesktop();
const status = await run(runtime, { ...process.env, ...runtime.env, ...desktop.env });
await desktop.stop();
process.exit(status);

interface Desktop {
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** The person's display, or else a virtual one whose captions are saved as a screenshot. */
async function findDesktop(): Promise<Desktop> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  const hasDisplay = DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined;
  if (process.platform !== 'linux' || hasDisplay) {
    return { env: {}, stop: () => Promise.resolve() };
  }
  ensureSystemPackages(systemPackages.display);
  const { startDisplay } = await import('../desktop-harness/display.ts');
  const { keepScreenshot } = await import('./screenshots.ts');
  const display = await startDisplay({ width: 1280, height: 800 });
  const file = join(root, 'captionkey-screenshot.png');
  say(`there is no display; using a virtual one. A picture of the captions is saved as ${file}`);
  const ended = new AbortController();
  const screenshots = keepScreenshot(display.display, file, ended.signal);
  return {
    env: display.env,
    stop: async () => {
      ended.abort();
      await screenshots.catch(() => undefined);
      await display.stop();
    },
  };
}

/** Switches that Chromium needs before the app's code runs. */
function chromiumSwitches(): string[] {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) say('running as root, so without the sandbox (--no-sandbox).');
  // On Wayland, windows cannot be on top or set their position. On XWayland they can.
  const { XDG_SESSION_TYPE, WAYLAND_DISPLAY } = process.env;
  const isWayland = XDG_SESSION_TYPE === 'wayland' || Boolean(WAYLAND_DISPLAY);
  return [...(isRoot ? ['--no-sandbox'] : []), ...(isWayland ? ['--ozone-platform=x11'] : [])];
}

/** Runs the app until it ends, and returns its exit status. */
async function run({ executable }: Runtime, env: NodeJS.ProcessEnv): Promise<number> {
  const switches = chromiumSwitches();
  const bundler = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const child = isHot
    ? spawn(process.execPath, [bundler, 'dev', '--', ...switches, ...appArgs], {
        cwd: root,
        stdio: 'inherit',
        env: { ...env, ELECTRON_EXEC_PATH: executable },
      })
    : spawn(executable, [...switches, root, ...appArgs], { cwd: root, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
