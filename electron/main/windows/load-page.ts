import type { BrowserWindow } from 'electron';
import { pageUrl, type Page } from './app-scheme.ts';
import { isEnding } from './quit.ts';

/**
 * Loads a page of the app into a window. A window that closes meanwhile, because of the person or the
 * end of the app, is no failure.
 *
 * @param hash of its address, with `#`
 */
export async function loadPage(window: BrowserWindow, page: Page, hash = ''): Promise<void> {
  try {
    await window.loadURL(pageUrl(page) + hash);
  } catch (error) {
    if (!window.isDestroyed() && !isEnding()) throw error;
  }
}
