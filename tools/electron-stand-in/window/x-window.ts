import type { Rectangle } from 'electron';
import x11, { type Shape, type XEvent } from 'x11';
import { connectX, done, reply, type XConnection } from '../../desktop-harness/x11/connection.ts';

let shared: Promise<XConnection> | undefined;

/** The connection for all window requests. */
export const windowConnection = (): Promise<XConnection> =>
  (shared ??= connectX(process.env.DISPLAY ?? ''));

/** A window's hints. The window manager reads them when the window is mapped. */
export interface WindowHints {
  bounds: Rectangle;
  minWidth: number;
  minHeight: number;
  resizable: boolean;
  hasFrame: boolean;
  focusable: boolean;
  /** For example `NORMAL` or `TOOLBAR`. */
  type: string;
  /** Names of `_NET_WM_STATE`, for example `ABOVE`. */
  states: Set<string>;
}

const staticGravity = 10;
const offScreen = { x: -20_000, y: -20_000 };
const allDesktops = 0xff_ff_ff_ff;

/** Does to an X window of Chromium from outside what Electron does to its own windows. */
export class XWindow {
  readonly wid: number;
  readonly #connection: XConnection;
  readonly #shape: Shape;
  #isUnmanaged = true;

  private constructor(wid: number, connection: XConnection, shape: Shape) {
    this.wid = wid;
    this.#connection = connection;
    this.#shape = shape;
  }

  static async of(wid: number): Promise<XWindow> {
    const connection = await windowConnection();
    const { X } = connection;
    const shape = await reply<Shape>((cb) => X.require('shape', cb));
    const eventMask = x11.eventMask.StructureNotify | x11.eventMask.PropertyChange;
    await done((cb) => X.ChangeWindowAttributes(wid, { eventMask }, cb));
    const window = new XWindow(wid, connection, shape);
    // The process of Electron's windows is that of main.
    await window.#set('_NET_WM_PID', 'CARDINAL', [process.pid]);
    // Chromium maps the window soon. Wait, so that it does not do so between later requests.
    const mapped = window.#mapped();
    const { mapState } = await reply<{ mapState: number }>((cb) => X.GetWindowAttributes(wid, cb));
    if (mapState === 0) await mapped;
    return window;
  }

  /** Sets the hints and maps the window. Without `activate`, the focus stays where it is. */
  async show(hints: WindowHints, { activate }: { activate: boolean }): Promise<void> {
    const { X } = this.#connection;
    if (this.#isUnmanaged) {
      this.#isUnmanaged = false;
      await done((cb) => X.UnmapWindow(this.wid, cb));
      await done((cb) => X.ChangeWindowAttributes(this.wid, { overrideRedirect: 0 }, cb));
    }
    await this.#setHints(hints);
    // A user time of zero means that the window must not get the focus (EWMH).
    if (!activate) await this.#set('_NET_WM_USER_TIME', 'CARDINAL', [0]);
    else await this.#delete('_NET_WM_USER_TIME');
    const bounds = { ...hints.bounds };
    const mapped = this.#mapped();
    await done((cb) => X.MapWindow(this.wid, cb));
    await mapped;
    // Chromium writes hints as well, without a place. A window manager that reads those chooses one. A
    // Wayland compositor chooses one anyway, again for each request.
    if (process.env.WAYLAND_DISPLAY === undefined) await this.setBounds(bounds);
    if (activate) await this.activate();
  }

  /** Withdraws the window, and sends the window manager the event for it (ICCCM 4.1.4). */
  async hide(): Promise<void> {
    const { X, root } = this.#connection;
    const { SubstructureNotify, SubstructureRedirect } = x11.eventMask;
    await done((cb) => X.UnmapWindow(this.wid, cb));
    const event = { name: 'UnmapNotify', event: root, wid: this.wid, fromConfigure: false };
    await done((cb) => X.SendEvent(root, 0, SubstructureNotify | SubstructureRedirect, event, cb));
  }

  async activate(): Promise<void> {
    await this.#message('_NET_ACTIVE_WINDOW', [2, 0, 0]);
  }

  async setState(name: string, isOn: boolean): Promise<void> {
    const state = await this.#connection.atom(`_NET_WM_STATE_${name}`);
    await this.#message('_NET_WM_STATE', [isOn ? 1 : 0, state, 0, 1]);
  }

  /**
   * Asks the window manager for all desktops or the current one. It ignores the message for a window
   * that is not mapped, and forgets the desktop of a withdrawn one (EWMH, _NET_WM_DESKTOP).
   */
  async setEverywhere(isEverywhere: boolean): Promise<void> {
    const [current = 0] = await this.#connection.cardinals(
      this.#connection.root,
      '_NET_CURRENT_DESKTOP',
    );
    await this.#message('_NET_WM_DESKTOP', [isEverywhere ? allDesktops : current, 1]);
  }

  /** Until the app shows the window, only sets the size and keeps it off the screen. */
  async setBounds(bounds: Rectangle): Promise<void> {
    const { width, height } = bounds;
    const { x, y } = this.#isUnmanaged ? offScreen : bounds;
    await done((cb) => this.#connection.X.MoveResizeWindow(this.wid, x, y, width, height, cb));
  }

  /** Whether these bounds are off the screen, where a window is before the app shows it. */
  isOffScreen({ x, y }: Rectangle): boolean {
    return x === offScreen.x && y === offScreen.y;
  }

  async bounds(): Promise<Rectangle> {
    const { X, root } = this.#connection;
    const { width, height } = await reply<{ width: number; height: number }>((cb) =>
      X.GetGeometry(this.wid, cb),
    );
    const { destX: x, destY: y } = await reply<{ destX: number; destY: number }>((cb) =>
      X.TranslateCoordinates(this.wid, root, 0, 0, cb),
    );
    return { x, y, width, height };
  }

  /** Sets the title if it differs. */
  async setTitle(title: string): Promise<void> {
    if ((await this.#connection.text(this.wid, '_NET_WM_NAME')) === title) return;
    await this.#connection.setText(this.wid, '_NET_WM_NAME', title);
  }

  /**
   * Lets mouse events through, or not. A window manager does not apply an empty input region to its
   * frame, so the region is one pixel. It ignores a region from before the window is mapped.
   */
  ignoreMouse(isIgnored: boolean): void {
    const { Op, Kind } = this.#shape;
    if (isIgnored) this.#shape.Rectangles(Op.Set, Kind.Input, this.wid, 0, 0, [[0, 0, 1, 1]]);
    else this.#shape.Mask(Op.Set, Kind.Input, this.wid, 0, 0, 0);
  }

  async #setHints(hints: WindowHints): Promise<void> {
    const { bounds, minWidth, minHeight, resizable } = hints;
    const [min, max] = resizable
      ? [
          [minWidth, minHeight],
          [0, 0],
        ]
      : [
          [bounds.width, bounds.height],
          [bounds.width, bounds.height],
        ];
    const flags = 1 | 2 | 16 | (resizable ? 0 : 32) | 512;
    const normalHints = [flags, 0, 0, 0, 0, ...min, ...max, 0, 0, 0, 0, 0, 0, 0, 0, staticGravity];
    await this.#set('WM_NORMAL_HINTS', 'WM_SIZE_HINTS', normalHints);
    await this.#set('WM_HINTS', 'WM_HINTS', [1, hints.focusable ? 1 : 0, 0, 0, 0, 0, 0, 0, 0]);
    await this.#set('_MOTIF_WM_HINTS', '_MOTIF_WM_HINTS', [2, 0, hints.hasFrame ? 1 : 0, 0, 0]);
    await this.#setAtoms('_NET_WM_WINDOW_TYPE', [`_NET_WM_WINDOW_TYPE_${hints.type}`]);
    const states = [...hints.states].map((state) => `_NET_WM_STATE_${state}`);
    await this.#setAtoms('_NET_WM_STATE', states);
    await this.setBounds(bounds);
  }

  /** Resolves when the server has mapped the window, which the window manager decides. */
  #mapped(): Promise<void> {
    const { X } = this.#connection;
    return new Promise((resolve) => {
      const onEvent = ({ name, wid }: XEvent) => {
        if (name !== 'MapNotify' || wid !== this.wid) return;
        X.off('event', onEvent);
        resolve();
      };
      X.on('event', onEvent);
    });
  }

  async #set(property: string, type: string, values: number[]): Promise<void> {
    await this.#connection.setCardinals(this.wid, property, type, values);
  }

  async #setAtoms(property: string, names: string[]): Promise<void> {
    const atoms = await Promise.all(names.map((name) => this.#connection.atom(name)));
    await this.#set(property, 'ATOM', atoms);
  }

  async #delete(property: string): Promise<void> {
    const atom = await this.#connection.atom(property);
    await done((cb) => this.#connection.X.DeleteProperty(this.wid, atom, cb));
  }

  async #message(type: string, data: number[]): Promise<void> {
    const { X, root } = this.#connection;
    const { SubstructureNotify, SubstructureRedirect } = x11.eventMask;
    const messageType = await this.#connection.atom(type);
    const mask = SubstructureNotify | SubstructureRedirect;
    await done((cb) => X.SendClientMessage(root, this.wid, messageType, 32, data, mask, cb));
  }
}
