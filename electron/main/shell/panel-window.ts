import { BrowserWindow } from 'electron';
import type { FocusableWindow } from '../delivery/beside-own-window.ts';
import type { OwnWindow } from '../delivery/past-own-window.ts';
import { pageUrl } from './app-scheme.ts';
import { reloadAfterCrash } from './reload-after-crash.ts';
import { takesText } from './text-field.ts';
import { webPreferences } from './window-security.ts';

/** The panel is made when it is asked for, so that an idle app costs no page. */
export class PanelWindow implements OwnWindow, FocusableWindow {
  #window: BrowserWindow | null = null;
  readonly #opened: (contents: Electron.WebContents) => void;

  /** @param opened called with each new page, before it loads */
  constructor(opened: (contents: Electron.WebContents) => void) {
    this.#opened = opened;
  }

  get hasFocus(): boolean {
    return this.#window?.isFocused() ?? false;
  }

  async takesText(): Promise<boolean> {
    return this.#window !== null && takesText(this.#window.webContents);
  }

  stepAside(): void {
    this.#window?.hide();
  }

  comeBack(): void {
    this.#window?.showInactive();
  }

  /** Opens the panel, or brings it to the front. */
  async open(): Promise<void> {
    if (this.#window !== null) {
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
      webPreferences,
    });
    this.#window = window;
    window.once('ready-to-show', () => window.show());
    window.on('closed', () => {
      this.#window = null;
    });
    this.#opened(window.webContents);
    reloadAfterCrash(window.webContents);
    await window.loadURL(pageUrl('panel'));
  }
}
