import { describe, expect, test, vi } from 'vitest';
import { systemCipher } from './cipher.electron.ts';

/** What the system says of itself through Electron, which Node does not have. */
const system = vi.hoisted(() => ({ isAvailable: true, backend: 'gnome_libsecret' }));
vi.mock('electron', () => ({
  safeStorage: {
    isAsyncEncryptionAvailable: () => Promise.resolve(system.isAvailable),
    getSelectedStorageBackend: () => system.backend,
  },
}));

const isLinux = process.platform === 'linux';

describe.runIf(isLinux)(`on Linux${isLinux ? '' : ' (not run: needs Linux)'}`, () => {
  test.each([
    [true, 'gnome_libsecret', true],
    [true, 'kwallet6', true],
    // Chromium's password for want of a key ring is the same on every machine.
    [true, 'basic_text', false],
    [false, 'gnome_libsecret', false],
  ])('available: %j, with %s: a key is encrypted: %j', async (isAvailable, backend, expected) => {
    Object.assign(system, { isAvailable, backend });
    expect(await systemCipher.isAvailable()).toBe(expected);
  });
});
