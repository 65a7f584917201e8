import { setTimeout } from 'node:timers/promises';
import { app } from 'electron';
import { outputRead } from '../cli/standard-streams.ts';
import { mainTuning } from '../time/tuning.ts';

let exitStatus = 0;
/** The closing that runs; null before it. */
let ending: Promise<void> | null = null;

export const isEnding = (): boolean => ending !== null;

/**
 * Delays the end of the app until the connection is closed and all words are stored.
 *
 * @param close resolves when everything is closed
 */
export function closeBeforeQuit(close: () => Promise<void>): void {
  app.on('before-quit', (event) => {
    event.preventDefault();
    // Another quit or signal does not close everything again.
    ending ??= exitAfter(close);
  });
}

async function exitAfter(close: () => Promise<void>): Promise<void> {
  try {
    await Promise.race([close(), setTimeout(mainTuning.quitTimeoutMs)]);
  } finally {
    await outputRead(mainTuning.unreadOutputMs).finally(() => app.exit(exitStatus));
  }
}

/** Closes everything, then ends the app with a status. */
export function quit(status = 0): void {
  exitStatus = status;
  app.quit();
}
