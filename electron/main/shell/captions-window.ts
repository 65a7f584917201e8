import {
  BrowserWindow,
  screen,
  type BrowserWindowConstructorOptions,
  type Display,
} from 'electron';
import type { SettingsStore } from '../settings/settings-store.ts';
import { Timer } from '../timer.ts';
import { pageUrl } from './app-scheme.ts';
import { offsetIn, placeCaptions } from './placement.ts';
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
  readonly #window: BrowserWindow;
  readonly #positions: Positions;
  /** When a drag has come to rest. */
  readonly #dragged = new Timer(() => this.#remember());
  #displayId = 0;

  constructor(positions: Positions) {
    this.#positions = positions;
    const type = windowType[process.platform];
    this.#window = new BrowserWindow({
      ...options,
      ...(type === undefined ? {} : { type }),
    });
    this.#window.setAlwaysOnTop(true, 'screen-saver');
    this.#showEverywhere();
    // A window manager may close any window, and this one is needed for as long as the app runs.
    this.#window.on('close', (event) => {
      event.preventDefault();
      this.hide();
    });
    this.#window.on('move', () => this.#moved());
    screen.on('display-added', () => this.#keepInReach());
    screen.on('display-removed', () => this.#keepInReach());
    screen.on('display-metrics-changed', () => this.#keepInReach());
  }

  async load(): Promise<void> {
    reloadAfterCrash(this.#window.webContents);
    await this.#window.loadURL(pageUrl('captions'));
  }

  /** Shows the captions where the person works, without taking the focus. */
  show(): void {
    if (this.#window.isVisible()) return;
    this.#placeOn(displayOfPerson());
    this.#window.showInactive();
    this.#showEverywhere();
  }

  hide(): void {
    this.#window.hide();
  }

  /**
   * Shows the captions on every workspace. X11 has to be asked whenever the window is shown: a
   * window manager forgets the workspace of a window that is hidden, and takes no request for it.
   */
  #showEverywhere(): void {
    this.#window.setVisibleOnAllWorkspaces(true, {
      visibleOnFullScreen: true,
      skipTransformProcessType: true,
    });
  }

  #placeOn({ id, workArea }: Display): void {
    // Where a window manager has put the window since is nobody's choice.
    this.#dragged.set(null);
    this.#displayId = id;
    this.#window.setBounds(placeCaptions(workArea, this.#positions.captionsPosition(id)));
  }

  /** The displays have changed: theirs may be smaller, elsewhere or gone. */
  #keepInReach(): void {
    if (!this.#window.isVisible()) return;
    const same = screen.getAllDisplays().find(({ id }) => id === this.#displayId);
    this.#placeOn(same ?? displayOfPerson());
  }

  #moved(): void {
    if (this.#window.isVisible()) this.#dragged.set(draggedMs);
  }

  #remember(): void {
    const bounds = this.#window.getBounds();
    const { id, workArea } = screen.getDisplayMatching(bounds);
    const own = placeCaptions(workArea, this.#positions.captionsPosition(id));
    this.#displayId = id;
    // A move of ours ends where we wanted it.
    if (own.x === bounds.x && own.y === bounds.y) return;
    this.#positions.rememberCaptionsPosition(id, offsetIn(workArea, bounds));
  }
}

const options: BrowserWindowConstructorOptions = {
  title: 'CaptionKey captions',
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

/** People look where their pointer is. */
const displayOfPerson = (): Display => screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
