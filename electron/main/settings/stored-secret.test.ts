import { beforeEach, expect, test } from 'vitest';
import { keyRing } from './key-ring.fixture.ts';
import type { Cipher } from './key-store.ts';
import { StoredSecret, type SecretFile } from './stored-secret.ts';

let values: Record<string, unknown>;
let file: SecretFile;

const noKeyRing: Cipher = { ...keyRing, isAvailable: () => Promise.resolve(false) };

beforeEach(() => {
  values = { encryptedKey: 'of version 0.1' };
  file = { get: (name) => values[name], set: (name, value) => (values[name] = value) };
});

const open = (cipher: Cipher): StoredSecret => new StoredSecret(file, 'encryptedToken', cipher);

test('a secret is encrypted beside the API key, and there after the next start', async () => {
  await open(keyRing).save('the token');
  expect(JSON.stringify(values)).not.toContain('the token');
  expect(values.encryptedKey).toBe('of version 0.1');
  expect(await open(keyRing).load()).toBe('the token');
});

test('without a key ring a secret stays in memory', async () => {
  const secret = open(noKeyRing);
  await secret.save('the token');
  expect(await secret.load()).toBe('the token');
  expect(values).toEqual({ encryptedKey: 'of version 0.1' });
  expect(await open(noKeyRing).load()).toBe(null);
});

test.each([
  ['nothing', undefined],
  ['something else', 7],
])('where %s is stored, there is no secret', async (_what, stored) => {
  values.encryptedToken = stored;
  expect(await open(keyRing).load()).toBe(null);
});

test('a secret that cannot be decrypted or stored does no harm', async () => {
  const broken = (): Promise<string> => Promise.reject(new Error('The key ring is locked.'));
  values.encryptedToken = 'of another machine';
  const secret = open({ ...keyRing, encrypt: broken, decrypt: broken });
  expect(await secret.load()).toBe(null);
  await secret.save('the token');
  expect(await secret.load()).toBe('the token');
});
