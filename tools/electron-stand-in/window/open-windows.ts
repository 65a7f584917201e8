import type { BrowserWindow, WebContents } from 'electron';

/** What the app and the module `electron` need of a window. */
interface OpenWindow {
  readonly webContents: WebContents;
  /** Of its page, for the developer tools. */
  readonly targetId: string;
  asElectron(): BrowserWindow;
  close(): void;
  destroy(): void;
  isDestroyed(): boolean;
}

/** Every window that is not destroyed, by its id. */
export const openWindows = new Map<number, OpenWindow>();
