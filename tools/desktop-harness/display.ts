import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import x11 from 'x11';
import { patienceMs } from '../patience.ts';
import { startOwned, type OwnedProcess } from './owned-process.ts';
import { connectX, done, type XConnection } from './x11/connection.ts';

/** A virtual screen with a window manager. */
export interface VirtualDisplay {
  /** Its name, such as `:99`. */
  display: string;
  /** What a process needs in its environment to open windows there. */
  env: { DISPLAY: string };
  /** Changes its size, up to the one it was started with, as plugging in a projector does. */
  resize(size: { width: number; height: number }): Promise<void>;
  /** Plugs in a monitor that shows a part of it, or moves it. The first takes the whole's place. */
  plugMonitor(name: string, bounds: Rectangle): Promise<void>;
  unplugMonitor(name: string): Promise<void>;
  stop(): Promise<void>;
}

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

const displayNumber = async (server: OwnedProcess): Promise<string> => {
  const written = once(server.descriptor4, 'data').then(([chunk]) => String(chunk).trim());
  const failed = server.ended.then((status) => {
    throw new Error(`Xvfb ended with status ${status}. Is the package xvfb installed?`);
  });
  return Promise.race([written, failed]);
};

/**
 * Asks for the frame of a window until there is an answer. Properties of the root window appear
 * earlier, but a window that is opened before the event loop runs does not get the focus.
 */
const windowManagerAnswers = async (connection: XConnection): Promise<void> => {
  const { X, root } = connection;
  const wid = X.AllocID();
  const request = await connection.atom('_NET_REQUEST_FRAME_EXTENTS');
  const { SubstructureNotify, SubstructureRedirect } = x11.eventMask;
  const mask = SubstructureNotify | SubstructureRedirect;
  X.CreateWindow(wid, root, 0, 0, 1, 1, 0, 0, 1, 0, {});
  for (let attempt = 0; attempt < patienceMs / 20; attempt += 1) {
    await done((cb) => X.SendClientMessage(root, wid, request, 32, [], mask, cb));
    if ((await connection.cardinals(wid, '_NET_FRAME_EXTENTS')).length > 0) return;
    await sleep(20);
  }
  throw new Error('The window manager did not start. Is the package openbox installed?');
};

const xrandrOn =
  (display: string) =>
  async (...args: string[]): Promise<string> => {
    const env = { ...process.env, DISPLAY: display };
    return (await promisify(execFile)('xrandr', args, { env })).stdout;
  };

/** Xvfb's one output is called `screen`, and has one mode until it is given another. */
const resize = async (
  display: string,
  { width, height }: { width: number; height: number },
): Promise<void> => {
  const mode = `${width}x${height}`;
  const xrandr = xrandrOn(display);
  const known = await xrandr();
  if (!known.includes(` ${mode} `)) {
    const timings = [0, width, 0, 0, 0, height, 0, 0, 0].map(String);
    await xrandr('--newmode', mode, ...timings);
    await xrandr('--addmode', 'screen', mode);
  }
  await xrandr('--output', 'screen', '--mode', mode);
};

/** Monitors need no outputs of their own; only one of them can have the only output. */
const plugMonitor = async (
  display: string,
  name: string,
  { x, y, width, height }: Rectangle,
): Promise<void> => {
  const xrandr = xrandrOn(display);
  // A mark of + has the monitor that the server makes for an output that nobody has taken.
  const taken = / \d+: \*?([^+*\s]\S*) \S+ +screen$/m.exec(await xrandr('--listmonitors'));
  const isTaken = taken !== null && taken[1] !== name;
  const geometry = `${width}/${width}x${height}/${height}+${x}+${y}`;
  await xrandr('--setmonitor', name, geometry, isTaken ? 'none' : 'screen');
};

/**
 * Starts Xvfb on a free display, 24 bits deep, and openbox on it. Both end with `stop` or with
 * our process. Rejects when one of them does not start.
 */
export const startDisplay = async ({
  width,
  height,
}: {
  width: number;
  height: number;
}): Promise<VirtualDisplay> => {
  const screen = ['-screen', '0', `${width}x${height}x24`];
  const server = startOwned(
    ['Xvfb', '-displayfd', '4', ...screen, '-nolisten', 'tcp', '-noreset'],
    { env: process.env },
  );
  let windowManager: OwnedProcess | undefined;
  const stop = async () => {
    await windowManager?.stop();
    await server.stop();
  };
  try {
    const display = `:${await displayNumber(server)}`;
    const config = join(import.meta.dirname, 'openbox.xml');
    windowManager = startOwned(['openbox', '--sm-disable', '--config-file', config], {
      env: { ...process.env, DISPLAY: display },
    });
    const connection = await connectX(display);
    await windowManagerAnswers(connection).finally(() => connection.close());
    return {
      display,
      env: { DISPLAY: display },
      resize: (size) => resize(display, size),
      plugMonitor: (name, bounds) => plugMonitor(display, name, bounds),
      unplugMonitor: async (name) => {
        await xrandrOn(display)('--delmonitor', name);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
