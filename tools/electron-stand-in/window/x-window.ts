import type { Rectangle } from 'electron';
import x11, { type Shape, type XEvent } from 'x11';
import { connectX, done, reply, type XConnection } from '../../desktop-harness/x11/connection.ts';

let shared: Promise<XConnection> | undefined;

/** The connection over which windows are managed. */
export const windowConnection = (): Promise<XConnection> =>
  (shared ??= connectX(process.env.DISPLAY ?? ''));

/** How a window asks to be treated; the window manager reads it when the window is mapped. */
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

/** What Electron does to its X windows from within, done to one of Chromium's from outside. */
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
    // Chromium maps it a little later. Until then it could happen amid what we do to it.
    const mapped = window.#mapped();
    const { mapState } = await reply<{ mapState: number }>((cb) => X.GetWindowAttributes(wid, cb));
    if (mapState === 0) await mapped;
    return window;
  }

  /** Maps the window with its hints in place; an inactive one leaves the focus where it is. */
  async show(hints: WindowHints, { activate }: { activate: boolean }): Promise<void> {
    const { X } = this.#connection;
    if (this.#isUnmanaged) {
      this.#isUnmanaged = false;
      await done((cb) => X.UnmapWindow(this.wid, cb));
      await done((cb) => X.ChangeWindowAttributes(this.wid, { overrideRedirect: 0 }, cb));
    }
    await this.#setHints(hints);
    // Zero is how a window says that nobody asked for it to be focused.
    if (!activate) await this.#set('_NET_WM_USER_TIME', 'CARDINAL', [0]);
    else await this.#delete('_NET_WM_USER_TIME');
    const mapped = this.#mapped();
    await done((cb) => X.MapWindow(this.wid, cb));
    await mapped;
    if (activate) await this.activate();
  }

  /** Withdraws the window; the message is how a window manager learns of it (ICCCM 4.1.4). */
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
   * Asks the window manager for all desktops or the current one. A window that is not mapped is none
   * of its windows, and it forgets the desktop of one that is withdrawn (EWMH, _NET_WM_DESKTOP).
   */
  async setEverywhere(isEverywhere: boolean): Promise<void> {
    const [current = 0] = await this.#connection.cardinals(
      this.#connection.root,
      '_NET_CURRENT_DESKTOP',
    );
    await this.#message('_NET_WM_DESKTOP', [isEverywhere ? allDesktops : current, 1]);
  }

  /** Chromium maps a window at once; until it is shown, it stays where nobody sees it. */
  async setBounds(bounds: Rectangle): Promise<void> {
    const { width, height } = bounds;
    const { x, y } = this.#isUnmanaged ? offScreen : bounds;
    await done((cb) => this.#connection.X.MoveResizeWindow(this.wid, x, y, width, height, cb));
  }

  /** Whether these bounds are the place of a window that was not shown yet, which no program asked for. */
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

  /** Writes the title if another is shown. */
  async setTitle(title: string): Promise<void> {
    if ((await this.#connection.text(this.wid, '_NET_WM_NAME')) === title) return;
    await this.#connection.setText(this.wid, '_NET_WM_NAME', title);
  }

  /**
   * Lets the mouse through, or not. A window manager does not pass an empty input region on to
   * its frame, and ignores one from before the window is mapped; so it is one pixel, set then.
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
