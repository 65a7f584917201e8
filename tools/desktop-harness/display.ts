import { execFile } from 'node:child_process';
import { randomInt } from 'node:crypto';
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
  /** The environment that a process needs to open windows there. */
  env: { DISPLAY: string };
  /** Changes the size, at most to the one it was started with, as connecting a projector does. */
  resize(size: { width: number; height: number }): Promise<void>;
  /** Connects or moves a monitor that shows a part of the screen. The first replaces the default one. */
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

/** Compositors give the lowest displays to their XWayland, and may take one that is in use. */
const lowestDisplay = 100;
const displays = 30_000;
const mostAttempts = 5;

const startServer = async (
  screen: string[],
  attempt = 1,
): Promise<{ server: OwnedProcess; display: string }> => {
  const wanted = `:${lowestDisplay + randomInt(displays)}`;
  const server = startOwned(
    ['Xvfb', wanted, '-displayfd', '4', ...screen, '-nolisten', 'tcp', '-noreset'],
    { env: process.env },
  );
  try {
    return { server, display: `:${await displayNumber(server)}` };
  } catch (error) {
    await server.stop();
    if (attempt === mostAttempts) throw error;
    return startServer(screen, attempt + 1);
  }
};

/**
 * Asks for the frame of a window until the window manager answers. Properties of the root window appear
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

/** Adds the mode if it is missing. Xvfb has one output, `screen`, with one mode at the start. */
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

/** Only one monitor can have the only output. The others need none. */
const plugMonitor = async (
  display: string,
  name: string,
  { x, y, width, height }: Rectangle,
): Promise<void> => {
  const xrandr = xrandrOn(display);
  // The list marks with + the monitor that the server makes for a free output.
  const monitors = await xrandr('--listmonitors');
  const taken = / \d+: \*?([^+*\s]\S*) \S+ +screen$/m.exec(monitors);
  const isTaken = taken !== null && taken[1] !== name;
  // The server refuses to move a monitor without an output.
  if (isTaken && new RegExp(`: ${name} `).test(monitors)) await xrandr('--delmonitor', name);
  const geometry = `${width}/${width}x${height}/${height}+${x}+${y}`;
  await xrandr('--setmonitor', name, geometry, isTaken ? 'none' : 'screen');
};

/**
 * Starts Xvfb on a free display, 24 bits deep, and openbox on it. Both end with `stop` or with this
 * process. Rejects if one of them does not start.
 */
export const startDisplay = async ({
  width,
  height,
}: {
  width: number;
  height: number;
}): Promise<VirtualDisplay> => {
  const screen = ['-screen', '0', `${width}x${height}x24`];
  const { server, display } = await startServer(screen);
  let windowManager: OwnedProcess | undefined;
  const stop = async () => {
    await windowManager?.stop();
    await server.stop();
  };
  try {
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
