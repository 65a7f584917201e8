import { BrowserWindow } from 'electron';
import * as v from 'valibot';
import { loadPage } from './load-page.ts';
import { takesText } from './text-field.ts';
import { webPreferences } from './window-security.ts';

/** A window with one text field, into which the doctor pastes. The person may close it at any time. */
export class DoctorWindow {
  readonly #onClosed: () => void;
  /** Null before it is opened and after it is closed. */
  #window: BrowserWindow | null = null;

  /** @param onClosed called when {@link close} closes the window while it has the focus */
  constructor(onClosed: () => void) {
    this.#onClosed = onClosed;
  }

  get hasFocus(): boolean {
    return this.#window?.isFocused() ?? false;
  }

  async takesText(): Promise<boolean> {
    return this.#window !== null && takesText(this.#window.webContents);
  }

  async open(): Promise<void> {
    const window = new BrowserWindow({
      ...{ width: 460, height: 220, show: false, title: 'CaptionKey doctor', webPreferences },
    });
    window.once('closed', () => (this.#window = null));
    this.#window = window;
    await loadPage(window, 'doctor');
    window.show();
    window.focus();
  }

  /** The content of the text field; empty if the window was closed. */
  async text(): Promise<string> {
    const code = "document.querySelector('textarea').value";
    const text: unknown = await this.#window?.webContents.executeJavaScript(code).catch(() => '');
    return v.is(v.string(), text) ? text : '';
  }

  close(): void {
    const { hasFocus } = this;
    this.#window?.destroy();
    // A person who has gone to another window stays there.
    if (hasFocus) this.#onClosed();
  }
}
