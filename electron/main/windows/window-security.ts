import { join } from 'node:path';
import type { WebPreferences } from 'electron';

/** The rights of every window: only the bridge of the preload. */
export const webPreferences: WebPreferences = {
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
};
