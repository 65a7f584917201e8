import { globalShortcut } from 'electron';

/** Takes keys from all other programs. Only presses are told. */
export interface Grabs {
  /** @returns why not, or null */
  grab(accelerator: string, onPress: () => void): 'taken' | 'unknown' | null;
  release(accelerator: string): void;
}

/** Electron's. */
export const globalGrabs: Grabs = {
  grab: (accelerator, onPress) => {
    try {
      return globalShortcut.register(accelerator, onPress) ? null : 'taken';
    } catch {
      return 'unknown';
    }
  },
  release: (accelerator) => globalShortcut.unregister(accelerator),
};
