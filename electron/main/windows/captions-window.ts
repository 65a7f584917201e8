import {
  BrowserWindow,
  screen,
  type BrowserWindowConstructorOptions,
  type Display,
} from 'electron';
import { captionsHeightPx } from '#shared/captions-size.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { placeOnSway } from '../sway/place-captions.ts';
import { Timer } from '../time/timer.ts';
import { isWayland, swaySocket } from './lifecycle.ts';
import { loadPage } from './load-page.ts';
import { offsetIn, placeCaptions, type Area } from './placement.ts';
import { reloadAfterCrash } from './reload-after-crash.ts';
import { webPreferences } from './window-security.ts';
import { mainTuning } from '../time/tuning.ts';

/** Window managers on X11 do not manage a toolbar. On macOS a panel floats over full screen windows. */
const windowType: Partial<Record<NodeJS.Platform, string>> = { linux: 'toolbar', darwin: 'panel' };

type Settings = Pick<SettingsStore, 'all' | 'on' | 'captionsPosition' | 'rememberCaptionsPosition'>;

/** The settings that change the height of the window. */
const sizeSettings = ['captionsTextSize', 'captionsLines'];

/**
 * The floating captions: above every window, never focused, shown without being activated. The window is
 * created once and stays, so that it can be shown within a frame. If the person closes it, it appears
 * again with the next change.
 */
export class CaptionsWindow {
  /** Null before it is needed, so that the start of the app registers the hotkeys first. */
  #window: BrowserWindow | null = null;
  #loaded = Promise.resolve();
  /** Whether the page has painted. A window that is shown before that is black. */
  #state: 'unpainted' | 'awaited' | 'painted' = 'unpainted';
  readonly #settings: Settings;
  /** Fires after the end of a drag. */
  readonly #dragged = new Timer(() => this.#remember());
  #displayId = 0;
  /** The last place that the app gave it. A window manager may have moved it. */
  #wanted: Area | null = null;

  constructor(settings: Settings) {
    this.#settings = settings;
    settings.on('changed', (names) => {
      const isResized = names.some((name) => sizeSettings.includes(name));
      if (isResized && this.#window !== null) this.#keepInReach(this.#window);
    });
  }

  /** Creates the hidden window early. Resolves once its page has loaded. */
  prepare(): Promise<void> {
    this.#window ??= this.#make();
    return this.#loaded;
  }

  /** Shows the captions where the person works, without taking the focus. */
  show(): void {
    const window = (this.#window ??= this.#make());
    if (this.#state === 'painted') this.#showNow(window);
    else this.#state = 'awaited';
  }

  #showNow(window: BrowserWindow): void {
    if (window.isVisible()) return;
    this.#place(window, displayOfPerson());
    window.showInactive();
    showEverywhere(window);
  }

  hide(): void {
    if (this.#state === 'awaited') this.#state = 'unpainted';
    this.#window?.hide();
  }

  /** The page has painted, or failed to load, which is then visible. */
  #painted(window: BrowserWindow): void {
    const isAwaited = this.#state === 'awaited';
    this.#state = 'painted';
    if (isAwaited && !window.isDestroyed()) this.#showNow(window);
  }

  #make(): BrowserWindow {
    const type = windowType[process.platform];
    const window = new BrowserWindow({ ...options, ...(type === undefined ? {} : { type }) });
    window.setAlwaysOnTop(true, 'screen-saver');
    showEverywhere(window);
    // A window manager may close any window, and this one is needed for as long as the app runs.
    window.on('close', (event) => {
      event.preventDefault();
      window.hide();
    });
    window.on('move', () => {
      if (window.isVisible()) this.#dragged.set(mainTuning.draggedMs);
    });
    screen.on('display-added', () => this.#keepInReach(window));
    screen.on('display-removed', () => this.#keepInReach(window));
    screen.on('display-metrics-changed', () => this.#keepInReach(window));
    if (isWayland && swaySocket) void placeOnSway(swaySocket, captionsTitle, () => this.#wanted);
    reloadAfterCrash(window.webContents);
    window.once('ready-to-show', () => this.#painted(window));
    window.webContents.once('did-fail-load', () => this.#painted(window));
    this.#loaded = loadPage(window, 'captions');
    return window;
  }

  #place(window: BrowserWindow, { id, workArea }: Display): void {
    // A place that a window manager has given the window is nobody's choice.
    this.#dragged.set(null);
    this.#displayId = id;
    this.#wanted = this.#placeOn({ id, workArea });
    window.setBounds(this.#wanted);
  }

  /** Its place and size on a display. */
  #placeOn({ id, workArea }: Pick<Display, 'id' | 'workArea'>): Area {
    const heightPx = captionsHeightPx(this.#settings.all);
    return placeCaptions(workArea, heightPx, this.#settings.captionsPosition(id));
  }

  /**
   * Moves the window into view after a change of displays: its display may be smaller, moved or gone.
   */
  #keepInReach(window: BrowserWindow): void {
    if (!window.isVisible()) return;
    const same = screen.getAllDisplays().find(({ id }) => id === this.#displayId);
    this.#place(window, same ?? displayOfPerson());
  }

  #remember(): void {
    if (this.#window === null) return;
    const bounds = this.#window.getBounds();
    const { id, workArea } = screen.getDisplayMatching(bounds);
    const own = this.#placeOn({ id, workArea });
    this.#displayId = id;
    // A move by the app ends at the place that the app wanted.
    if (own.x === bounds.x && own.y === bounds.y) return;
    this.#settings.rememberCaptionsPosition(id, offsetIn(workArea, bounds));
  }
}

const captionsTitle = 'CaptionKey captions';

const options: BrowserWindowConstructorOptions = {
  title: captionsTitle,
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
  // The window plays tones before anyone presses something in it.
  webPreferences: {
    ...webPreferences,
    backgroundThrottling: false,
    autoplayPolicy: 'no-user-gesture-required',
  },
};

/**
 * Shows the captions on every workspace. On X11 this is repeated whenever the window is shown: a window
 * manager forgets the workspace of a hidden window, and takes no request for it.
 */
function showEverywhere(window: BrowserWindow): void {
  window.setVisibleOnAllWorkspaces(true, {
    visibleOnFullScreen: true,
    skipTransformProcessType: true,
  });
}

/** The display of the pointer, where the person most likely looks. */
const displayOfPerson = (): Display => screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
