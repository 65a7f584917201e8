import { setTimeout as sleep } from 'node:timers/promises';
import x11 from 'x11';
import { patienceMs } from '../patience.ts';
import { connectX, done, reply, withX, type XConnection } from './x11/connection.ts';

/** A window that the window manager shows. Position and size are in pixels, without its frame. */
export interface DesktopWindow {
  wid: number;
  title: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** Its `_NET_WM_STATE` without that prefix, for example `ABOVE`. */
  states: string[];
  isOnAllWorkspaces: boolean;
}

/** `_NET_WM_DESKTOP` of a window on all of them (EWMH). */
const allWorkspaces = 0xff_ff_ff_ff;

const describe = async (connection: XConnection, wid: number): Promise<DesktopWindow> => {
  const { X, root } = connection;
  const [size, position, title, states, [workspace]] = await Promise.all([
    reply<import('x11').Geometry>((cb) => X.GetGeometry(wid, cb)),
    reply<{ destX: number; destY: number }>((cb) => X.TranslateCoordinates(wid, root, 0, 0, cb)),
    connection.text(wid, '_NET_WM_NAME'),
    connection.cardinals(wid, '_NET_WM_STATE'),
    connection.cardinals(wid, '_NET_WM_DESKTOP'),
  ]);
  const names = await Promise.all(
    states.map((state) => reply<string>((cb) => X.GetAtomName(state, cb))),
  );
  return {
    wid,
    title: title || (await connection.text(wid, 'WM_NAME')),
    x: position.destX,
    y: position.destY,
    width: size.width,
    height: size.height,
    states: names.map((name) => name.replace('_NET_WM_STATE_', '')),
    isOnAllWorkspaces: workspace === allWorkspaces,
  };
};

const list = async (connection: XConnection): Promise<DesktopWindow[]> => {
  const wids = await connection.cardinals(connection.root, '_NET_CLIENT_LIST_STACKING');
  const windows = await Promise.allSettled(wids.map((wid) => describe(connection, wid)));
  // A window may close while its properties are read.
  return windows.flatMap((window) => (window.status === 'fulfilled' ? [window.value] : []));
};

/** The shown windows, the lowest first. */
export const listWindows = (display: string): Promise<DesktopWindow[]> => withX(display, list);

/** Resolves with the first window of that title. Rejects if none is shown in time. */
export const waitForWindow = (
  display: string,
  title: string,
  { timeoutMs = patienceMs } = {},
): Promise<DesktopWindow> =>
  withX(display, async (connection) => {
    const endMs = performance.now() + timeoutMs;
    for (;;) {
      const windows = await list(connection);
      const found = windows.find((window) => window.title === title);
      if (found) return found;
      if (performance.now() > endMs) {
        const shown = windows.map((window) => `"${window.title}"`).join(', ') || 'none';
        throw new Error(`No window "${title}" was shown in ${timeoutMs} ms; shown: ${shown}.`);
      }
      await sleep(30);
    }
  });

/** Moves a window, as the window manager does when a person drags it. */
export const moveWindow = (
  display: string,
  { wid, width, height }: DesktopWindow,
  { x, y }: { x: number; y: number },
): Promise<void> =>
  withX(display, ({ X }) => done((cb) => X.MoveResizeWindow(wid, x, y, width, height, cb)));

/** Asks the window manager to close a window, as `wmctrl -c` and a task bar do. */
export const closeWindow = (display: string, { wid }: Pick<DesktopWindow, 'wid'>): Promise<void> =>
  withX(display, async (connection) => {
    const { X, root } = connection;
    const { SubstructureNotify, SubstructureRedirect } = x11.eventMask;
    const request = await connection.atom('_NET_CLOSE_WINDOW');
    const mask = SubstructureNotify | SubstructureRedirect;
    await done((cb) => X.SendClientMessage(root, wid, request, 32, [0, 2], mask, cb));
  });

/**
 * Switches to a workspace, as a pager does. Adds workspaces if there are too few.
 *
 * @param index from 0
 */
export const goToWorkspace = (display: string, index: number): Promise<void> =>
  withX(display, async (connection) => {
    const { X, root } = connection;
    const { SubstructureNotify, SubstructureRedirect } = x11.eventMask;
    const mask = SubstructureNotify | SubstructureRedirect;
    const ask = async (property: string, value: number, isSo: (now: number) => boolean) => {
      const request = await connection.atom(property);
      const now = async () => (await connection.cardinals(root, property))[0] ?? 0;
      if (isSo(await now())) return;
      await done((cb) => X.SendClientMessage(root, root, request, 32, [value, 0], mask, cb));
      while (!isSo(await now())) await sleep(20);
    };
    await ask('_NET_NUMBER_OF_DESKTOPS', index + 1, (count) => count > index);
    await ask('_NET_CURRENT_DESKTOP', index, (current) => current === index);
  });

/** The titles of the windows that are visible on the current workspace. */
export const viewableTitles = (display: string): Promise<string[]> =>
  withX(display, async (connection) => {
    const titles: string[] = [];
    for (const { wid, title } of await list(connection)) {
      const { mapState } = await reply<{ mapState: number }>((cb) =>
        connection.X.GetWindowAttributes(wid, cb),
      );
      if (mapState === viewable) titles.push(title);
    }
    return titles;
  });

/** How many visible windows bypass the window manager. Its own windows do not count. */
export const unmanagedOnScreen = (display: string): Promise<number> =>
  withX(display, async (connection) => {
    const { X, root } = connection;
    const size = await reply<import('x11').Geometry>((cb) => X.GetGeometry(root, cb));
    const { children } = await reply<{ children: number[] }>((cb) => X.QueryTree(root, cb));
    let count = 0;
    for (const wid of children) {
      const { mapState } = await reply<{ mapState: number }>((cb) =>
        X.GetWindowAttributes(wid, cb),
      );
      const { destX, destY } = await reply<{ destX: number; destY: number }>((cb) =>
        X.TranslateCoordinates(wid, root, 0, 0, cb),
      );
      const isOnScreen = destX >= 0 && destY >= 0 && destX < size.width && destY < size.height;
      // The window manager's frames have no class. The windows in them have one.
      const hasClass = (await connection.text(wid, 'WM_CLASS')) !== '';
      if (mapState === viewable && isOnScreen && hasClass) count += 1;
    }
    return count;
  });

const viewable = 2;

/** The window with the focus, according to the window manager and to the X server. */
export const focusedWindow = (display: string): Promise<{ active: number; input: number }> =>
  withX(display, async (connection) => {
    const [active] = await connection.cardinals(connection.root, '_NET_ACTIVE_WINDOW');
    const { focus } = await reply<{ focus: number }>((cb) => connection.X.GetInputFocus(cb));
    return { active: active ?? 0, input: focus };
  });

/** After this time without the focus, the focus is requested, as a task bar does. */
const askAfterMs = 1_000;

/** Programs request the focus again shortly after they show a window, so it must stay this long. */
const keptMs = 400;

/** Resolves with true when a window has the focus and keeps it, with false after a timeout. */
const becomesActive = async (
  connection: XConnection,
  wid: number,
  { firstAskAfterMs = askAfterMs } = {},
): Promise<boolean> => {
  const { X, root } = connection;
  const { SubstructureNotify, SubstructureRedirect } = x11.eventMask;
  const request = await connection.atom('_NET_ACTIVE_WINDOW');
  const endMs = performance.now() + patienceMs;
  let askAtMs = performance.now() + firstAskAfterMs;
  let sinceMs: number | null = null;
  for (;;) {
    const isActive = (await connection.cardinals(root, '_NET_ACTIVE_WINDOW'))[0] === wid;
    const nowMs = performance.now();
    sinceMs = isActive ? (sinceMs ?? nowMs) : null;
    if (sinceMs !== null && nowMs - sinceMs >= keptMs) return true;
    if (nowMs > endMs) return false;
    if (!isActive && nowMs >= askAtMs) {
      askAtMs = nowMs + askAfterMs;
      const mask = SubstructureNotify | SubstructureRedirect;
      await done((cb) => X.SendClientMessage(root, wid, request, 32, [2, 0, 0], mask, cb));
    }
    await sleep(10);
  }
};

/** Gives a window the focus, as a task bar does. Rejects if the window does not get it. */
export const focusWindow = async (display: string, wid: number): Promise<void> => {
  const isFocused = await withX(display, (connection) =>
    becomesActive(connection, wid, { firstAskAfterMs: 0 }),
  );
  if (!isFocused) throw new Error('The window did not get the focus.');
};

/** Resolves with the window of that title when it has the focus. Rejects after a timeout. */
export const waitForFocusedWindow = async (
  display: string,
  title: string,
  { timeoutMs = patienceMs } = {},
): Promise<DesktopWindow> => {
  const window = await waitForWindow(display, title, { timeoutMs });
  const isFocused = await withX(display, (connection) => becomesActive(connection, window.wid));
  if (!isFocused) throw new Error(`The window "${title}" did not get the focus.`);
  return window;
};

/** A plain window of another program. It has the focus at the start. */
export interface FocusedWindow {
  wid: number;
  /** The number of keys pressed while it had the focus. */
  keyPresses(): number;
  /** The number of presses of a mouse button on it. */
  clicks(): number;
  /** How often it lost the focus. Key grabs of other programs do not count. */
  focusLosses(): number;
  stop(): void;
}

/* Flags of WM_NORMAL_HINTS: the given position is the user's, and is that of the window in its frame. */
const userPosition = 1 | 512;
const staticGravity = 10;

const byGrab = 1;
const byUngrab = 2;

/** Opens a window. Resolves when it has the focus, and rejects if it does not get it. */
export const openFocusedWindow = async (
  display: string,
  { title = 'Other program', x = 40, y = 40, width = 400, height = 200 } = {},
): Promise<FocusedWindow> => {
  const connection = await connectX(display);
  const { X, root } = connection;
  const { KeyPress, ButtonPress, FocusChange } = x11.eventMask;
  const wid = X.AllocID();
  let keyPresses = 0;
  let clicks = 0;
  let focusLosses = 0;
  const focused = new Promise<void>((resolve) => {
    X.on('event', ({ name, mode }) => {
      if (name === 'KeyPress') keyPresses += 1;
      if (name === 'ButtonPress') clicks += 1;
      if (name === 'FocusIn') resolve();
      if (name === 'FocusOut' && mode !== byGrab && mode !== byUngrab) focusLosses += 1;
    });
  });
  X.CreateWindow(wid, root, x, y, width, height, 0, 0, 1, 0, {
    eventMask: KeyPress | ButtonPress | FocusChange,
    backgroundPixel: 0xf4f1ea,
  });
  await connection.setText(wid, '_NET_WM_NAME', title);
  const hints = [userPosition, ...Array<number>(16).fill(0), staticGravity];
  await connection.setCardinals(wid, 'WM_NORMAL_HINTS', 'WM_SIZE_HINTS', hints);
  await done((cb) => X.MapWindow(wid, cb));
  if (!(await becomesActive(connection, wid))) {
    connection.close();
    throw new Error(`The window "${title}" did not get the focus.`);
  }
  await focused;
  focusLosses = 0;
  return {
    wid,
    keyPresses: () => keyPresses,
    clicks: () => clicks,
    focusLosses: () => focusLosses,
    stop: () => connection.close(),
  };
};
