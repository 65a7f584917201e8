import {
  BrowserWindow,
  screen,
  type BrowserWindowConstructorOptions,
  type Display,
} from 'electron';
import type { SettingsStore } from '../settings/settings-store.ts';
import { placeOnSway } from '../sway/place-captions.ts';
import { Timer } from '../timer.ts';
import { pageUrl } from './app-scheme.ts';
import { isWayland, swaySocket } from './lifecycle.ts';
import { offsetIn, placeCaptions, type Area } from './placement.ts';
import { reloadAfterCrash } from './reload-after-crash.ts';
import { webPreferences } from './window-security.ts';

/** A window that is dragged moves many times; it is put where it stays. */
const draggedMs = 400;

/** On X11 a toolbar is left alone by window managers; on macOS a panel floats over full screen. */
const windowType: Partial<Record<NodeJS.Platform, string>> = { linux: 'toolbar', darwin: 'panel' };

type Positions = Pick<SettingsStore, 'captionsPosition' | 'rememberCaptionsPosition'>;

/**
 * The floating captions: above every window, never focused, shown without being activated
 * (platform: caption window). The window is made once and stays, so that it shows in a frame; who
 * closes it sees it again with the next news.
 */
export class CaptionsWindow {
  /** Null before it is needed: an app that starts hears its hotkeys first. */
  #window: BrowserWindow | null = null;
  #loaded = Promise.resolve();
  readonly #positions: Positions;
  /** When a drag has come to rest. */
  readonly #dragged = new Timer(() => this.#remember());
  #displayId = 0;
  /** Where it was put last; a window manager may have put it elsewhere. */
  #wanted: Area | null = null;

  constructor(positions: Positions) {
    this.#positions = positions;
  }

  /** Makes the window, hidden, ahead of need; resolves once its page has loaded. */
  prepare(): Promise<void> {
    this.#window ??= this.#make();
    return this.#loaded;
  }

  /** Shows the captions where the person works, without taking the focus. */
  show(): void {
    const window = (this.#window ??= this.#make());
    if (window.isVisible()) return;
    this.#place(window, displayOfPerson());
    window.showInactive();
    showEverywhere(window);
  }

  hide(): void {
    this.#window?.hide();
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
      if (window.isVisible()) this.#dragged.set(draggedMs);
    });
    screen.on('display-added', () => this.#keepInReach(window));
    screen.on('display-removed', () => this.#keepInReach(window));
    screen.on('display-metrics-changed', () => this.#keepInReach(window));
    if (isWayland && swaySocket) void placeOnSway(swaySocket, captionsTitle, () => this.#wanted);
    reloadAfterCrash(window.webContents);
    this.#loaded = window.loadURL(pageUrl('captions'));
    return window;
  }

  #place(window: BrowserWindow, { id, workArea }: Display): void {
    // Where a window manager has put the window since is nobody's choice.
    this.#dragged.set(null);
    this.#displayId = id;
    this.#wanted = placeCaptions(workArea, this.#positions.captionsPosition(id));
    window.setBounds(this.#wanted);
  }

  /** The displays have changed: theirs may be smaller, elsewhere or gone. */
  #keepInReach(window: BrowserWindow): void {
    if (!window.isVisible()) return;
    const same = screen.getAllDisplays().find(({ id }) => id === this.#displayId);
    this.#place(window, same ?? displayOfPerson());
  }

  #remember(): void {
    if (this.#window === null) return;
    const bounds = this.#window.getBounds();
    const { id, workArea } = screen.getDisplayMatching(bounds);
    const own = placeCaptions(workArea, this.#positions.captionsPosition(id));
    this.#displayId = id;
    // A move of ours ends where we wanted it.
    if (own.x === bounds.x && own.y === bounds.y) return;
    this.#positions.rememberCaptionsPosition(id, offsetIn(workArea, bounds));
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
  // Nobody presses anything in here before a tone is to be heard.
  webPreferences: {
    ...webPreferences,
    backgroundThrottling: false,
    autoplayPolicy: 'no-user-gesture-required',
  },
};

/**
 * Shows the captions on every workspace. X11 has to be asked whenever the window is shown: a window
 * manager forgets the workspace of a window that is hidden, and takes no request for it.
 */
function showEverywhere(window: BrowserWindow): void {
  window.setVisibleOnAllWorkspaces(true, {
    visibleOnFullScreen: true,
    skipTransformProcessType: true,
  });
}

/** People look where their pointer is. */
const displayOfPerson = (): Display => screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
