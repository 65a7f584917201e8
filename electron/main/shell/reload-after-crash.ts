import type { WebContents } from 'electron';
import { CrashBackoff } from './crash-backoff.ts';

/** Brings a page that crashes back; main holds all it showed, and the page asks for it. */
export function reloadAfterCrash(contents: WebContents): void {
  const backoff = new CrashBackoff();
  contents.on('render-process-gone', () => {
    setTimeout(() => {
      if (!contents.isDestroyed()) contents.reload();
    }, backoff.next(performance.now()));
  });
}
