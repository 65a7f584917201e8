/* eslint-disable @typescript-eslint/no-require-imports -- what `electron -r` loads is CommonJS */
const { safeStorage } = require('electron');

/*
 * Loaded into the main process before the app: a key ring that encrypts reversibly and without a
 * secret, so that a test can store a key where the system offers no encryption.
 */
const flip = (bytes) => Buffer.from(bytes.map((byte) => byte ^ 0x5a));

Object.assign(safeStorage, {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  getSelectedStorageBackend: () => 'test_key_ring',
  encryptStringAsync: (text) => Promise.resolve(flip(Buffer.from(text))),
  decryptStringAsync: (encrypted) =>
    Promise.resolve({ result: flip(encrypted).toString(), shouldReEncrypt: false }),
});
