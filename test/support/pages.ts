import type { Page } from 'playwright';
import { expect, vi } from 'vitest';
import { messages } from '#shared/messages/index.ts';
import type { PageId } from '#shared/pages.ts';
import { focusWindow as giveFocus, waitForWindow } from '../../tools/desktop-harness/windows.ts';
import type { App, WindowTitle } from './app.ts';
import { patient } from './patient.ts';
import { within } from '../../tools/patience.ts';

/** Opens a page of the panel. */
export const openPage = (panel: Page, id: PageId): Promise<void> =>
  panel
    .getByRole('navigation')
    .getByRole('button', { name: messages.pages[id], exact: true })
    .click();

/**
 * Resolves once a text, or a label, has been on a page, however briefly. Playwright's own waits look twice a second, and
 * what is shown for a second may have gone by then. Called before what makes the text appear.
 */
export function appearance(page: Page, text: string): Promise<unknown> {
  const shown = page.evaluate(`new Promise((resolve) => {
    const observer = new MutationObserver(look);
    function look() {
      if (!document.body.innerHTML.includes(${JSON.stringify(text)})) return;
      observer.disconnect();
      resolve();
    }
    const changes = { childList: true, characterData: true, attributes: true };
    observer.observe(document.body, { subtree: true, ...changes });
    look();
  })`);
  const awaited = within(`“${text}” on a page`, shown);
  // A test that fails before it waits closes the page.
  awaited.catch(() => undefined);
  return awaited;
}

/** A text as one line. A pause of the speaker begins a new line of the captions. */
export const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The words of the log of a page, on one line. */
export const wordsShown = async (page: Page): Promise<string> =>
  onOneLine(await page.getByRole('log').innerText());

/**
 * Gives a window of the app the focus, as a person does. Resolves when it keeps the focus and the app knows it.
 * The window that had it may still be asking for it, so one look at the focus is not enough.
 */
export async function focusWindow(
  display: string,
  { electron }: App,
  title: WindowTitle,
): Promise<void> {
  const { wid } = await waitForWindow(display, title);
  await giveFocus(display, wid);
  const hasFocus = () =>
    electron.evaluate(
      ({ BrowserWindow }, wanted) =>
        BrowserWindow.getAllWindows().some(
          (window) => window.getTitle() === wanted && window.isFocused(),
        ),
      title,
    );
  await vi.waitFor(async () => expect(await hasFocus()).toBe(true), patient);
}

/**
 * Crashes the page of a window, and resolves when it has gone. Playwright cannot use such a page again;
 * {@link inPage} reads the one that replaces it.
 */
export const crashPage = ({ electron }: App, title: WindowTitle): Promise<void> =>
  electron.evaluate(({ BrowserWindow }, wanted) => {
    const window = BrowserWindow.getAllWindows().find((known) => known.getTitle() === wanted);
    if (window === undefined) throw new Error(`There is no window ${wanted}.`);
    return new Promise<void>((resolve) => {
      window.webContents.once('render-process-gone', () => resolve());
      window.webContents.forcefullyCrashRenderer();
    });
  }, title);

/** The value of an expression in the page of a window. Rejects while there is no page. */
export const inPage = ({ electron }: App, title: WindowTitle, code: string): Promise<unknown> =>
  electron.evaluate(
    ({ BrowserWindow }, [wanted, expression]) => {
      const window = BrowserWindow.getAllWindows().find((known) => known.getTitle() === wanted);
      if (window === undefined) throw new Error(`There is no window ${wanted}.`);
      return window.webContents.executeJavaScript(expression);
    },
    [title, code] as const,
  );
