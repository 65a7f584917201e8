import type { WebContents } from 'electron';
import { CrashBackoff } from './crash-backoff.ts';

/** Reloads a page after a crash. Main has everything that it showed, and the page requests it. */
export function reloadAfterCrash(contents: WebContents): void {
  const backoff = new CrashBackoff();
  contents.on('render-process-gone', () => {
    setTimeout(() => {
      if (!contents.isDestroyed()) contents.reload();
    }, backoff.next(performance.now()));
  });
}
