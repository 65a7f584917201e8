import { BrowserWindow } from 'electron';
import * as v from 'valibot';
import { loadPage } from './load-page.ts';
import { webPreferences } from './window-security.ts';

/** A window with one text field, into which the doctor pastes. */
export class DoctorWindow {
  #window: BrowserWindow | null = null;

  get hasFocus(): boolean {
    return this.#window?.isFocused() ?? false;
  }

  async open(): Promise<void> {
    const window = new BrowserWindow({
      ...{ width: 460, height: 220, show: false, title: 'CaptionKey doctor', webPreferences },
    });
    this.#window = window;
    await loadPage(window, 'doctor');
    window.show();
    window.focus();
  }

  /** The content of the text field. */
  async text(): Promise<string> {
    const code = "document.querySelector('textarea').value";
    const text: unknown = await this.#window?.webContents.executeJavaScript(code);
    return v.is(v.string(), text) ? text : '';
  }
}
