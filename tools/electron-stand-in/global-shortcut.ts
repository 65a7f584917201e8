import type { GlobalShortcut } from 'electron';
import { strictly } from './strict.ts';
import { callX, xReports } from './x11/thread.ts';

const callbacks = new Map<string, () => void>();
xReports.on('key', (accelerator) => callbacks.get(accelerator)?.());

const unregister = (accelerator: string): void => {
  if (callbacks.delete(accelerator)) callX('ungrab', accelerator);
};

/** Electron's `globalShortcut`, with real key grabs of the X server. */
export const globalShortcut = strictly<GlobalShortcut>('globalShortcut', {
  register: (accelerator, callback) => {
    if (!callX('grab', accelerator)) return false;
    callbacks.set(accelerator, callback);
    return true;
  },
  isRegistered: (accelerator) => callbacks.has(accelerator),
  unregister,
  unregisterAll: () => [...callbacks.keys()].forEach(unregister),
});
