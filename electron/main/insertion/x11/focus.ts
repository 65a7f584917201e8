import type { Geometry, Property } from 'x11';
import type { Point } from '../../windows/placement.ts';
import { appName } from '../app-name.ts';
import type { Target } from '../insertion.ts';
import type { AtomName, XConnection } from '../x-server/connection.ts';

/** The focus of the keyboard. */
export interface Focus {
  /** The window that receives keys, often a part of the program's window. */
  inputWindow: number;
  /** The program's window. */
  windowId: number;
  /** The program's own name: an instance and a class, such as `xterm` and `XTerm`. */
  windowClass: string[];
}

/* Values that are no window: nothing has the focus, or the window below the pointer has it. */
const nowhere = [0, 1];

/** The focus by the server, which can be newer than the window manager's report. */
export function inputFocus(connection: XConnection): Promise<number> {
  return connection
    .ask<{ focus: number }>((cb) => connection.X.GetInputFocus(cb))
    .then(({ focus }) => focus);
}

/** The window that receives keys now; null if there is none. Rejects if it closes meanwhile. */
export async function focus(connection: XConnection): Promise<Focus | null> {
  const inputWindow = await inputFocus(connection);
  if (nowhere.includes(inputWindow) || inputWindow === connection.root) return null;
  const { windowId, isManaged } = await programWindow(connection, inputWindow);
  const windowClass = await windowClassOf(connection, windowId);
  if (await isFurniture(connection, windowId)) return null;
  // If no program has the focus, window managers keep it in a window without a name.
  if (!isManaged && windowClass.length === 0) return null;
  return { inputWindow, windowId, windowClass };
}

/** The target that has the focus; null if there is none, or if it closes meanwhile. */
export async function focusedTarget(connection: XConnection): Promise<Target | null> {
  const now = await focus(connection).catch(() => null);
  if (now === null) return null;
  const processId = await processOf(connection, now.windowId).catch(() => undefined);
  return { app: appName(now.windowClass), windowId: now.windowId, processId };
}

/** The process that a window names as its own (EWMH, _NET_WM_PID). */
async function processOf(connection: XConnection, windowId: number): Promise<number | undefined> {
  const { data } = await read(connection, windowId, '_NET_WM_PID');
  return data.length >= 4 ? data.readUInt32LE() : undefined;
}

/** The names of a window's program, see {@link Focus.windowClass}. Rejects if the window is closed. */
export async function windowClassOf(connection: XConnection, windowId: number): Promise<string[]> {
  const { data } = await read(connection, windowId, 'WM_CLASS');
  return data.toString('latin1').split('\0').filter(Boolean);
}

/** The middle of a window on the screen. Rejects if it closes meanwhile. */
export async function middleOf(connection: XConnection, windowId: number): Promise<Point> {
  const [{ width, height }, { destX, destY }] = await Promise.all([
    connection.ask<Geometry>((cb) => connection.X.GetGeometry(windowId, cb)),
    connection.ask<{ destX: number; destY: number }>((cb) =>
      connection.X.TranslateCoordinates(windowId, connection.root, 0, 0, cb),
    ),
  ]);
  return { x: destX + Math.round(width / 2), y: destY + Math.round(height / 2) };
}

/**
 * The program's own window has a mark of the window manager. Without a window manager it is the
 * outermost one.
 */
async function programWindow(
  connection: XConnection,
  inner: number,
): Promise<{ windowId: number; isManaged: boolean }> {
  for (let window = inner; ;) {
    const { format } = await read(connection, window, 'WM_STATE');
    if (format !== 0) return { windowId: window, isManaged: true };
    const { parent } = await connection.ask<{ parent: number }>((cb) =>
      connection.X.QueryTree(window, cb),
    );
    if (parent === connection.root || parent === 0) return { windowId: window, isManaged: false };
    window = parent;
  }
}

/** Whether it is the desktop or a panel, which can have the focus but take no text. */
async function isFurniture(connection: XConnection, window: number): Promise<boolean> {
  const { data } = await read(connection, window, '_NET_WM_WINDOW_TYPE');
  const types = Array.from({ length: data.length / 4 }, (_, index) => data.readUInt32LE(4 * index));
  return types.some(
    (type) =>
      type === connection.atom('_NET_WM_WINDOW_TYPE_DESKTOP') ||
      type === connection.atom('_NET_WM_WINDOW_TYPE_DOCK'),
  );
}

const read = (connection: XConnection, window: number, name: AtomName): Promise<Property> =>
  connection.ask((cb) =>
    connection.X.GetProperty(0, window, connection.atom(name), 0, 0, 1_024, cb),
  );
