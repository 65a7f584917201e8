import { globalShortcut } from 'electron';

/** Takes keys from all other programs. It reports presses only. */
export interface ShortcutRegistry {
  /** @returns why the grab failed, or null */
  grab(accelerator: string, onPress: () => void): 'taken' | 'unknown' | null;
  release(accelerator: string): void;
}

/** Electron's. */
export const globalShortcutRegistry: ShortcutRegistry = {
  grab: (accelerator, onPress) => {
    try {
      return globalShortcut.register(accelerator, onPress) ? null : 'taken';
    } catch {
      return 'unknown';
    }
  },
  release: (accelerator) => globalShortcut.unregister(accelerator),
};
