import { BrowserWindow } from 'electron';
import { pageUrl } from '../windows/app-scheme.ts';
import { DoctorWindow } from '../windows/doctor-window.ts';

/** The window into which the doctor pastes. The person may close it at any time. */
export class TestWindow {
  readonly #page = new DoctorWindow();
  readonly #onClosed: () => void;

  /** @param onClosed called when the window is closed while it has the focus */
  constructor(onClosed: () => void) {
    this.#onClosed = onClosed;
  }

  open(): Promise<void> {
    return this.#page.open();
  }

  get hasFocus(): boolean {
    return find() !== undefined && this.#page.hasFocus;
  }

  /** The content of its text field; empty if the window was closed. */
  async text(): Promise<string> {
    return find() === undefined ? '' : this.#page.text().catch(() => '');
  }

  close(): void {
    const { hasFocus } = this;
    find()?.destroy();
    // A person who has gone to another window stays there.
    if (hasFocus) this.#onClosed();
  }
}

const find = () =>
  BrowserWindow.getAllWindows().find(
    (window) => !window.isDestroyed() && window.webContents.getURL() === pageUrl('doctor'),
  );
