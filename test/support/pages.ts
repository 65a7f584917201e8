import type { App } from './app.ts';

export type WindowTitle = 'CaptionKey captions' | 'CaptionKey';

/**
 * Crashes the page of a window, and resolves when it is gone. Playwright gives such a page up for
 * good; {@link inPage} looks at what comes in its place.
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

/** What an expression is worth in the page of a window. Rejects while there is no page. */
export const inPage = ({ electron }: App, title: WindowTitle, code: string): Promise<unknown> =>
  electron.evaluate(
    ({ BrowserWindow }, [wanted, expression]) => {
      const window = BrowserWindow.getAllWindows().find((known) => known.getTitle() === wanted);
      if (window === undefined) throw new Error(`There is no window ${wanted}.`);
      return window.webContents.executeJavaScript(expression);
    },
    [title, code] as const,
  );
