import type { Problem } from '#shared/status.ts';
import { systemCipher } from './cipher.electron.ts';
import { openJsonStore } from './json-store.electron.ts';
import { KeyStore } from './key-store.ts';
import { SettingsStore } from './settings-store.ts';

interface Parts {
  userData: string;
  isMac: boolean;
  environmentKey: string | undefined;
}

/** Opens what the person has chosen: the settings and the API key. */
export function openSettings({ userData, isMac, environmentKey }: Parts) {
  const settingsFile = openJsonStore(userData, 'settings');
  const credentials = openJsonStore(userData, 'credentials');
  const settings = new SettingsStore(settingsFile.store, isMac);
  const keys = new KeyStore(credentials.store, systemCipher, environmentKey);
  return {
    settings,
    keys,

    /** What could not be read at the start of the app. */
    unread: (): (Problem | null)[] => [settingsFile.problem, credentials.problem, settings.problem],

    /** Calls back when a file broke while the app ran, and was set aside. */
    onSetAside(callback: (problem: Problem) => void): void {
      for (const { store } of [settingsFile, credentials]) store.onSetAside(callback);
    },
  };
}
