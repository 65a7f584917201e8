import {
  BrowserWindow,
  screen,
  type BrowserWindowConstructorOptions,
  type Display,
} from 'electron';
import { placeOnSway } from '../sway/place-on-sway.ts';
import { mainTuning } from '../time/tuning.ts';
import type { Page } from './app-scheme.ts';
import { displayOfPerson } from './displays.ts';
import { isMac, isWayland, swaySocket } from './system.ts';
import { loadPage } from './load-page.ts';
import { changeOf, type Area, type BoundsChange, type Point } from './placement.ts';
import { reloadAfterCrash } from './reload-after-crash.ts';
import { webPreferences } from './window-security.ts';

/** Window managers on X11 do not manage a toolbar. On macOS a panel floats over full screen windows. */
const windowType: Partial<Record<NodeJS.Platform, string>> = { linux: 'toolbar', darwin: 'panel' };

/** What a person did with a window. */
export interface WindowChange {
  change: BoundsChange;
  display: Display;
  bounds: Area;
}

interface Parts {
  page: Page;
  title: string;
  /** Its place on a display. */
  placeOn: (display: Display) => Area;
  /** Called with the new window, before its page loads. */
  made?: (window: BrowserWindow) => void;
}

/**
 * A window above every other one, never focused, shown without being activated. It is created once and
 * stays, so that it can be shown within a frame. If the person closes it, it appears again with the next
 * change.
 */
export class FloatingWindow {
  readonly #parts: Parts;
  /** Null before it is needed, so that the start of the app registers the hotkeys first. */
  #window: BrowserWindow | null = null;
  #loaded = Promise.resolve();
  /** Whether the page has painted. A window that is shown before that is black. */
  #state: 'unpainted' | 'awaited' | 'painted' = 'unpainted';
  /** Where it was asked to appear, until the page has painted. */
  #near: Point | null = null;
  /** The display that it is on while it is visible. */
  #displayId = 0;
  /** Where it belongs: the last place that the app gave it, or that it was left at. */
  #wanted: Area | null = null;
  #placedAtMs = -Infinity;
  #isMouseIgnored = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Creates the hidden window early. Resolves once its page has loaded. */
  prepare(): Promise<void> {
    this.#window ??= this.#make();
    return this.#loaded;
  }

  get isVisible(): boolean {
    return this.#window?.isVisible() ?? false;
  }

  /** Where the window is, or was when it was hidden; null if it was never needed. */
  get bounds(): Area | null {
    return this.#window?.getBounds() ?? null;
  }

  /**
   * What a person has done to the window since the app placed it; null if nothing. The window then belongs
   * where it is.
   */
  takeChange(): WindowChange | null {
    const { bounds } = this;
    const change = this.#wanted && bounds && changeOf(this.#wanted, bounds);
    if (bounds === null || change === null) return null;
    const display = screen.getDisplayMatching(bounds);
    this.#wanted = bounds;
    this.#displayId = display.id;
    return { change, display, bounds };
  }

  /**
   * Shows the window without taking the focus.
   *
   * @param near where the person works, in pixels of the desktop; null for where the pointer is
   */
  show(near: Point | null = null): void {
    const window = (this.#window ??= this.#make());
    if (this.#state !== 'awaited') this.#near = near;
    if (this.#state === 'painted') this.#showNow(window);
    else this.#state = 'awaited';
  }

  /** Moves the window to the display of this point, unless it is hidden. */
  moveNear(near: Point): void {
    this.#near = near;
    const display = displayOfPerson(near);
    if (this.#window?.isVisible() === true && display.id !== this.#displayId)
      this.#place(this.#window, display);
  }

  /** Lets the mouse reach the window below, or not. */
  ignoreMouse(isIgnored: boolean): void {
    this.#isMouseIgnored = isIgnored;
    this.#window?.setIgnoreMouseEvents(isIgnored);
  }

  hide(): void {
    if (this.#state === 'awaited') this.#state = 'unpainted';
    this.#window?.hide();
  }

  /**
   * Moves a visible window to its place, which has changed: its size, or its display, which may be
   * smaller, moved or gone.
   */
  placeAgain(): void {
    if (this.#window?.isVisible() !== true) return;
    const same = screen.getAllDisplays().find(({ id }) => id === this.#displayId);
    this.#place(this.#window, same ?? displayOfPerson(null));
  }

  #place(window: BrowserWindow, display: Display): void {
    this.#displayId = display.id;
    this.#wanted = this.#parts.placeOn(display);
    this.#placedAtMs = performance.now();
    window.setBounds(this.#wanted);
  }

  #showNow(window: BrowserWindow): void {
    if (window.isVisible()) return;
    this.#place(window, displayOfPerson(this.#near));
    window.showInactive();
    // A window manager may ignore what it was asked for a hidden window.
    if (this.#isMouseIgnored) window.setIgnoreMouseEvents(true);
    showEverywhere(window);
  }

  /** The page has painted, or failed to load, which is then visible. */
  #painted(window: BrowserWindow): void {
    const isAwaited = this.#state === 'awaited';
    this.#state = 'painted';
    if (isAwaited && !window.isDestroyed()) this.#showNow(window);
  }

  #make(): BrowserWindow {
    const { page, title, made } = this.#parts;
    const type = windowType[process.platform];
    const window = new BrowserWindow({
      ...options,
      title,
      ...(type === undefined ? {} : { type }),
    });
    if (isMac) void keepVisibleOnMac(window);
    window.setAlwaysOnTop(true, 'screen-saver');
    showEverywhere(window);
    // A window manager may close any window, and this one is needed for as long as the app runs.
    window.on('close', (event) => {
      event.preventDefault();
      window.hide();
    });
    screen.on('display-added', () => this.placeAgain());
    screen.on('display-removed', () => this.placeAgain());
    screen.on('display-metrics-changed', () => this.placeAgain());
    if (isWayland && swaySocket) void this.#placeOnSway(swaySocket, window);
    reloadAfterCrash(window.webContents);
    window.once('ready-to-show', () => this.#painted(window));
    window.webContents.once('did-fail-load', () => this.#painted(window));
    made?.(window);
    this.#loaded = loadPage(window, page);
    return window;
  }

  /** A new size makes sway move the window away once more. What a person does later is left alone. */
  async #placeOnSway(socket: string, window: BrowserWindow): Promise<void> {
    const move = await placeOnSway(socket, this.#parts.title, () => this.#wanted);
    const changed = (): void => {
      const isSway = performance.now() - this.#placedAtMs < mainTuning.swayPlacesMs;
      if (isSway && window.isVisible() && !isAt(window.getBounds(), this.#wanted)) move();
    };
    window.on('move', changed);
    window.on('resize', changed);
  }
}

const options: BrowserWindowConstructorOptions = {
  show: false,
  frame: false,
  transparent: true,
  backgroundColor: '#00000000',
  hasShadow: false,
  roundedCorners: false,
  resizable: true,
  maximizable: false,
  minimizable: false,
  fullscreenable: false,
  skipTaskbar: true,
  focusable: false,
  alwaysOnTop: true,
  acceptFirstMouse: true,
  // A page plays tones before anyone presses something in it.
  webPreferences: {
    ...webPreferences,
    backgroundThrottling: false,
    autoplayPolicy: 'no-user-gesture-required',
  },
};

/**
 * Shows a window on every workspace. On X11 this is repeated whenever the window is shown: a window
 * manager forgets the workspace of a hidden window, and takes no request for it.
 */
function showEverywhere(window: BrowserWindow): void {
  window.setVisibleOnAllWorkspaces(true, {
    visibleOnFullScreen: true,
    skipTransformProcessType: true,
  });
}

/**
 * Keeps the window when the app hides: by Command+H, by Hide Others, or to pass the focus on. Otherwise it
 * would bring the app back when it is shown. Imports the libraries of macOS on macOS only.
 */
async function keepVisibleOnMac(window: BrowserWindow): Promise<void> {
  const { keepVisible } = await import('../insertion/macos/own-app.ts');
  if (!window.isDestroyed()) keepVisible(window.getNativeWindowHandle());
}

const isAt = (bounds: Area, wanted: Area | null): boolean =>
  bounds.x === wanted?.x && bounds.y === wanted.y;
