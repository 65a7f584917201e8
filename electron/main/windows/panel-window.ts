import { app, BrowserWindow } from 'electron';
import { fragmentOf, type PanelPlace } from '#shared/pages.ts';
import type { FocusableWindow } from '../insertion/beside-own-window.ts';
import type { OwnWindow } from '../insertion/past-own-window.ts';
import { isMac } from './system.ts';
import { loadPage } from './load-page.ts';
import { reloadAfterCrash } from './reload-after-crash.ts';
import { takesText } from './text-field.ts';
import { webPreferences } from './window-security.ts';
import { zoomByKeys, type ZoomMemory } from './panel-zoom.ts';

interface Parts {
  /** Called with each new page, before it loads. */
  opened: (contents: Electron.WebContents) => void;
  /** Called when the window gets the focus. */
  focused: () => void;
  zoom: ZoomMemory;
  /** Tells a window that is open to show another page of the panel. */
  turnTo: (place: PanelPlace) => void;
}

/** The panel. Its page exists only while it is open, so that an idle app has none. */
export class PanelWindow implements OwnWindow, FocusableWindow {
  #window: BrowserWindow | null = null;
  readonly #opened: (contents: Electron.WebContents) => void;
  readonly #focused: () => void;
  readonly #zoom: ZoomMemory;
  readonly #turnTo: (place: PanelPlace) => void;

  constructor({ opened, focused, zoom, turnTo }: Parts) {
    this.#opened = opened;
    this.#focused = focused;
    this.#zoom = zoom;
    this.#turnTo = turnTo;
  }

  get hasFocus(): boolean {
    return this.#window?.isFocused() ?? false;
  }

  async takesText(): Promise<boolean> {
    return this.#window !== null && takesText(this.#window.webContents);
  }

  /** On macOS an app without windows stays in front; only one that is hidden passes the focus on. */
  stepAside(): void {
    if (isMac) app.hide();
    else this.#window?.hide();
  }

  /** Electron's `app.show` would activate the app on macOS. */
  comeBack(): void {
    if (isMac) void unhideOnMac();
    else this.#window?.showInactive();
  }

  /** Opens the panel, or brings it to the front, and shows one of its pages. */
  async open(place?: PanelPlace): Promise<void> {
    if (this.#window !== null) {
      if (place !== undefined) this.#turnTo(place);
      this.#window.show();
      this.#window.focus();
      return;
    }
    const window = new BrowserWindow({
      width: 700,
      height: 720,
      minWidth: 420,
      minHeight: 480,
      show: false,
      title: 'CaptionKey',
      webPreferences: {
        ...webPreferences,
        zoomMode: 'isolated',
        zoomFactor: this.#zoom.percent / 100,
      },
    });
    this.#window = window;
    window.once('ready-to-show', () => window.show());
    window.on('focus', () => this.#focused());
    window.on('closed', () => {
      this.#window = null;
    });
    this.#opened(window.webContents);
    zoomByKeys(window.webContents, this.#zoom, isMac);
    reloadAfterCrash(window.webContents);
    await loadPage(window, 'panel', place === undefined ? '' : fragmentOf(place));
  }
}

/** Imports the libraries of macOS on macOS only. */
async function unhideOnMac(): Promise<void> {
  const { unhideWithoutActivation } = await import('../insertion/macos/own-app.ts');
  unhideWithoutActivation();
}
