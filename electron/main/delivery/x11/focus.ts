import type { Property } from 'x11';
import type { AtomName, XConnection } from './connection.ts';

/** Where keys go. */
export interface Focus {
  /** The window the server sends keys to, often a part of the program's window. */
  inputWindow: number;
  /** The program's window. */
  windowId: number;
  /** What the program calls itself: an instance and a class, such as `xterm` and `XTerm`. */
  windowClass: string[];
}

/* In the place of a window: nothing has the focus, or whatever is below the pointer. */
const nowhere = [0, 1];

/** The server's own account: keys go there, whatever the window manager has got round to saying. */
export function inputFocus(connection: XConnection): Promise<number> {
  return connection
    .ask<{ focus: number }>((cb) => connection.X.GetInputFocus(cb))
    .then(({ focus }) => focus);
}

/** The window that keys go to now; null where there is none. Rejects when it goes away meanwhile. */
export async function focus(connection: XConnection): Promise<Focus | null> {
  const inputWindow = await inputFocus(connection);
  if (nowhere.includes(inputWindow) || inputWindow === connection.root) return null;
  const { windowId, isManaged } = await programWindow(connection, inputWindow);
  const { data } = await read(connection, windowId, 'WM_CLASS');
  const windowClass = data.toString('latin1').split('\0').filter(Boolean);
  if (await isFurniture(connection, windowId)) return null;
  // Where nobody has the focus, window managers keep it in a window of their own without a name.
  if (!isManaged && windowClass.length === 0) return null;
  return { inputWindow, windowId, windowClass };
}

/**
 * The window a program shows has the window manager's mark. Without a window manager nobody puts
 * it there; then it is the outermost one.
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

/** The desktop with its icons, and panels: they have the focus, but no place for a text. */
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

/** What a person calls the program, from its window's class: `org.gnome.Console` is `Console`. */
export function appName(windowClass: string[]): string {
  const name = windowClass.at(-1) ?? '';
  return /^(?:[a-z]{2,}\.)+([\w-]+)$/.exec(name)?.[1] ?? (name || 'the other program');
}
