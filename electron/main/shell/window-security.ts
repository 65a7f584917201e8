import { join } from 'node:path';
import type { WebPreferences } from 'electron';

/** What every window of ours is allowed: nothing but the bridge of the preload. */
export const webPreferences: WebPreferences = {
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
};
