import type { SafeStorage } from 'electron';
import { strictly } from '../strict.ts';

const unavailable = () => Promise.reject(new Error('Encryption is not available.'));

/** Reports that there is no encryption, because there is no key ring. */
export const safeStorage = strictly<SafeStorage>('safeStorage', {
  isAsyncEncryptionAvailable: () => Promise.resolve(false),
  getSelectedStorageBackend: () => 'basic_text',
  encryptStringAsync: unavailable,
  decryptStringAsync: unavailable,
});
