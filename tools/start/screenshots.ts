import { setTimeout as sleep } from 'node:timers/promises';
import { saveScreenshot } from '../desktop-harness/screenshot.ts';
import { listWindows } from '../desktop-harness/windows.ts';

const title = 'CaptionKey captions';
const intervalMs = 500;

/**
 * Saves a screenshot of the captions' window repeatedly while it is shown, so that a machine without a
 * screen has a picture of it.
 */
export async function keepScreenshot(
  display: string,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const isShown = (await listWindows(display)).some((window) => window.title === title);
    if (isShown) await saveScreenshot(display, file, { title });
    await sleep(intervalMs);
  }
}
