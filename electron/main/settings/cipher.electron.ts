import { safeStorage } from 'electron';
import type { Cipher } from './key-store.ts';

/**
 * The system's own key ring, through Electron. On Linux without a key ring Chromium would use a
 * password that is the same everywhere (`basic_text`); that counts as no encryption.
 */
export const systemCipher: Cipher = {
  isAvailable: async () =>
    (await safeStorage.isAsyncEncryptionAvailable()) &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  encrypt: async (text) => (await safeStorage.encryptStringAsync(text)).toString('base64'),
  decrypt: async (encrypted) =>
    (await safeStorage.decryptStringAsync(Buffer.from(encrypted, 'base64'))).result,
};
