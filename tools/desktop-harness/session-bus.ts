import { join } from 'node:path';
import { makeTemporaryFolder, startOwned } from './owned-process.ts';
import { accepting } from './wayland/until.ts';

/** A session bus as a desktop has it: it starts services, such as the accessibility bus. */
export interface TestSessionBus {
  address: string;
  stop(): Promise<void>;
}

/** @param display on which the services that it starts may look for their settings */
export async function startSessionBus(display: string): Promise<TestSessionBus> {
  const folder = await makeTemporaryFolder('session-bus');
  const socket = join(folder, 'bus');
  const address = `unix:path=${socket}`;
  const env = {
    ...{ PATH: process.env.PATH, DISPLAY: display, HOME: folder, XDG_RUNTIME_DIR: folder },
    GSETTINGS_BACKEND: 'memory',
  };
  const command = ['dbus-daemon', '--session', '--nofork', `--address=${address}`];
  const daemon = startOwned(command, { env, folder });
  await accepting('the session bus', socket);
  return { address, stop: () => daemon.stop() };
}
