import type { SafeStorage } from 'electron';
import { strictly } from '../strict.ts';

const unavailable = () => Promise.reject(new Error('Encryption is not available.'));

/** There is no key ring here, and nothing is passed off as encrypted. */
export const safeStorage = strictly<SafeStorage>('safeStorage', {
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  getSelectedStorageBackend: () => 'basic_text',
  encryptStringAsync: unavailable,
  decryptStringAsync: unavailable,
});
