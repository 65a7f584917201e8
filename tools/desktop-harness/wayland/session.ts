import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder, startOwned, type OwnedProcess } from '../owned-process.ts';
import { accepting } from './until.ts';

/** The environment of a compositor, separate from other desktops on the machine. */
export interface WaylandSession {
  folder: string;
  runtimeFolder: string;
  /** An empty home, a folder for sockets and a message bus; no display yet. */
  env: Record<string, string>;
  /** Starts a program that ends with the session. */
  start(command: string[], env?: NodeJS.ProcessEnv): OwnedProcess;
  stop(): Promise<void>;
}

/** The only variable of the tests' environment that programs get. */
const { PATH = '' } = process.env;

/** Starts a session without a compositor. */
export async function startSession(desktop: string): Promise<WaylandSession> {
  const folder = await makeTemporaryFolder('wayland');
  const runtimeFolder = join(folder, 'run');
  const home = join(folder, 'home');
  mkdirSync(runtimeFolder, { mode: 0o700 });
  mkdirSync(home);
  const env = {
    PATH,
    LC_ALL: 'C.UTF-8',
    HOME: home,
    XDG_RUNTIME_DIR: runtimeFolder,
    XDG_SESSION_TYPE: 'wayland',
    XDG_CURRENT_DESKTOP: desktop,
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${runtimeFolder}/bus`,
    GSETTINGS_BACKEND: 'keyfile',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    QT_LOGGING_RULES: '*=false',
  };
  // The folder is removed when the bus ends, so `stop` ends the bus last.
  const busCommand = [
    'dbus-daemon',
    '--session',
    '--nofork',
    `--address=${env.DBUS_SESSION_BUS_ADDRESS}`,
  ];
  const bus = startOwned(busCommand, { env, folder });
  const started: OwnedProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const child of started.splice(0).reverse()) await child.stop();
    await bus.stop();
  };
  try {
    await accepting('the message bus', join(runtimeFolder, 'bus'));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    folder,
    runtimeFolder,
    env,
    start: (command, more = {}) => {
      const child = startOwned(command, { env: { ...env, ...more } });
      started.push(child);
      return child;
    },
    stop,
  };
}
