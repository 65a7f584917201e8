import type { Problem } from '#shared/problem.ts';
import type { System } from '#shared/system.ts';
import { systemCipher } from './cipher.electron.ts';
import { openJsonStore } from './json-store.electron.ts';
import { KeyStore } from './key-store.ts';
import { StoredSecret } from './stored-secret.ts';
import { SettingsStore } from './settings-store.ts';

interface Parts {
  userData: string;
  system: System;
  environmentKey: string | undefined;
}

/** Opens the settings and the API key. */
export function openSettings({ userData, system, environmentKey }: Parts) {
  const settingsFile = openJsonStore(userData, 'settings');
  const credentials = openJsonStore(userData, 'credentials');
  const settings = new SettingsStore(settingsFile.store, system);
  const keys = new KeyStore(credentials.store, systemCipher, environmentKey);
  return {
    settings,
    keys,
    /** The token that shows a portal the person's permission to press keys. */
    pasteToken: new StoredSecret(credentials.store, 'encryptedPasteToken', systemCipher),

    /** What could not be read at the start of the app. */
    unread: (): (Problem | null)[] => [settingsFile.problem, credentials.problem, settings.problem],

    /** Calls back when a file broke while the app ran, and was set aside. */
    onSetAside(callback: (problem: Problem) => void): void {
      for (const { store } of [settingsFile, credentials]) store.onSetAside(callback);
    },
  };
}
