import { setTimeout as sleep } from 'node:timers/promises';
import { insertionTuning as tuning } from '../tuning.ts';
import * as win32 from './win32.ts';

/**
 * Runs an action while no other program can change the clipboard. It must not wait, because every other
 * program waits for the clipboard meanwhile.
 *
 * @returns null if another program keeps the clipboard open too long
 */
export async function withClipboard<T>(window: number, action: () => T): Promise<T | null> {
  const deadlineMs = performance.now() + tuning.openClipboardTimeoutMs;
  while (win32.OpenClipboard(window) === 0) {
    if (performance.now() > deadlineMs) return null;
    await sleep(tuning.openClipboardPollMs);
  }
  try {
    return action();
  } finally {
    win32.CloseClipboard();
  }
}
