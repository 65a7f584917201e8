import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Rectangle } from 'electron';
import x11, { type Xinerama } from 'x11';
import { connectX, done, reply, type XConnection } from '../../desktop-harness/x11/connection.ts';
import { chordMask, lockMasks, parseChord } from '../../desktop-harness/x11/keys.ts';
import { serveUnmanaged } from './proxy.ts';
import { windowTag } from '../window/tag.ts';
import type { XCalls, XReport, XRequest, XResponse } from './messages.ts';

type Asynchronous = {
  [Name in keyof XCalls]: (...args: Parameters<XCalls[Name]>) => Promise<ReturnType<XCalls[Name]>>;
};

const { port } = workerData as { port: MessagePort };
const report = (event: XReport) => parentPort?.postMessage(event);

const keyGrabs = (connection: XConnection): Pick<Asynchronous, 'grab' | 'ungrab'> => {
  const { X, root } = connection;
  const accelerators = new Map<string, string>();
  const nameOf = (keycode: number, modifiers: number) => `${keycode}:${modifiers}`;
  X.on('event', ({ name, keycode = 0, buttons = 0 }) => {
    const accelerator = accelerators.get(nameOf(keycode, buttons & chordMask));
    if (name === 'KeyPress' && accelerator !== undefined) report({ kind: 'key', accelerator });
  });
  const free = async (keycode: number, modifiers: number) => {
    accelerators.delete(nameOf(keycode, modifiers));
    for (const locks of lockMasks)
      await done((cb) => X.UngrabKey(root, keycode, modifiers | locks, cb));
  };
  return {
    grab: async (accelerator) => {
      const { keycode, modifiers } = await parseChord(connection, accelerator);
      const name = nameOf(keycode, modifiers);
      if (accelerators.has(name)) return false;
      try {
        for (const locks of lockMasks)
          await done((cb) => X.GrabKey(root, 0, modifiers | locks, keycode, 1, 1, cb));
        accelerators.set(name, accelerator);
        return true;
      } catch {
        await free(keycode, modifiers);
        return false;
      }
    },
    ungrab: async (accelerator) => {
      const { keycode, modifiers } = await parseChord(connection, accelerator);
      await free(keycode, modifiers);
    },
  };
};

/**
 * Reports Chromium's windows and changes of the displays. A window's class contains its page's address,
 * which identifies it. On a change of the displays, the server configures the root window, then the
 * window manager sets its work area.
 */
const reportWindowsAndDisplays = async (connection: XConnection): Promise<void> => {
  const { X, root } = connection;
  const workArea = await connection.atom('_NET_WORKAREA');
  const wmClass = await connection.atom('WM_CLASS');
  const watch = (wid: number, eventMask: number) =>
    done((cb) => X.ChangeWindowAttributes(wid, { eventMask }, cb));
  const look = async (wid: number) => {
    const className = await connection.text(wid, 'WM_CLASS');
    if (className === '') return;
    await watch(wid, 0);
    if (className.includes(windowTag)) report({ kind: 'window', wid, className });
  };
  const ignore = () => undefined;
  X.on('event', ({ name, wid, atom }) => {
    // A window may be closed before its class is read.
    if (name === 'CreateNotify')
      watch(wid, x11.eventMask.PropertyChange)
        .then(() => look(wid))
        .catch(ignore);
    if (name === 'PropertyNotify' && atom === wmClass) look(wid).catch(ignore);
    const isConfigured = name === 'ConfigureNotify' && wid === root;
    if (isConfigured || (name === 'PropertyNotify' && wid === root && atom === workArea))
      report({ kind: 'displays' });
  });
  const { SubstructureNotify, StructureNotify, PropertyChange } = x11.eventMask;
  await watch(root, SubstructureNotify | StructureNotify | PropertyChange);
};

const displayCalls = (
  connection: XConnection,
  xinerama: Xinerama,
): Pick<Asynchronous, 'pointer' | 'displays'> => ({
  pointer: async () => {
    const { rootX, rootY } = await reply<{ rootX: number; rootY: number }>((cb) =>
      connection.X.QueryPointer(connection.root, cb),
    );
    return { x: rootX, y: rootY };
  },
  displays: async () => {
    const monitors = await reply<Rectangle[]>((cb) => xinerama.QueryScreens(cb));
    const area = await connection.cardinals(connection.root, '_NET_WORKAREA');
    const [x = 0, y = 0, width = Infinity, height = Infinity] = area;
    return { monitors, workArea: { x, y, width, height } };
  },
});

/** The socket of a local display such as `:99` or `:0.0`. */
const socketOf = (display: string): string => {
  const number = /^(?:unix)?:(\d+)/.exec(display)?.[1];
  if (number === undefined) throw new Error(`${display} is not a display of this machine.`);
  return `/tmp/.X11-unix/X${number}`;
};

const display = process.env.DISPLAY;
if (!display) throw new Error('Unable to open X display: DISPLAY is not set.');
const connection = await connectX(display);
await reportWindowsAndDisplays(connection);
const calls: Asynchronous = {
  ...keyGrabs(connection),
  ...displayCalls(connection, await reply<Xinerama>((cb) => connection.X.require('xinerama', cb))),
  serveUnmanaged: async () =>
    serveUnmanaged(
      socketOf(display),
      {
        wmProtocols: await connection.atom('WM_PROTOCOLS'),
        wmDeleteWindow: await connection.atom('WM_DELETE_WINDOW'),
      },
      (wid) => report({ kind: 'close', wid }),
    ),
};

const answer = async ({ id, method, args }: XRequest): Promise<XResponse> => {
  try {
    return { id, value: await (calls[method] as (...args: unknown[]) => unknown)(...args) };
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) };
  }
};
port.on('message', (request: XRequest) => {
  void answer(request).then((response) => port.postMessage(response));
});
