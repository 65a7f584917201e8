import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { keyRing } from './key-ring.fixture.ts';
import { KeyStore, parseKey, type Cipher, type KeyFile } from './key-store.ts';

const key = 'k3y-of-the-person';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-keys-'));
  path = join(folder, 'credentials.json');
  writeFileSync(path, '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

const content = (): string => readFileSync(path, 'utf8');

/** Electron-store's shape, on a real file. */
const file = (): KeyFile => {
  const read = () => v.parse(v.record(v.string(), v.unknown()), JSON.parse(content()));
  return {
    path,
    get: (name) => read()[name],
    set: (name, value) => writeFileSync(path, JSON.stringify({ ...read(), [name]: value })),
    delete: () => writeFileSync(path, '{}'),
  };
};

const noKeyRing: Cipher = { ...keyRing, isAvailable: () => Promise.resolve(false) };
const broken = (): Promise<string> => Promise.reject(new Error('The key ring is locked.'));

const open = async (cipher: Cipher, environment?: string): Promise<KeyStore> => {
  const store = new KeyStore(file(), cipher, environment);
  await store.load();
  return store;
};
const seen = ({ key: used, source }: KeyStore) => ({ key: used, source });

describe('with a key ring', () => {
  test('a key is there again at the next start, and never in clear in the file', async () => {
    const store = await open(keyRing);
    expect(seen(store)).toEqual({ key: null, source: 'none' });
    await store.save(key);
    expect(seen(store)).toEqual({ key, source: 'stored' });
    expect(store.note).toBeNull();
    expect(content()).toContain('encryptedKey');
    expect(content()).not.toContain(key);
    expect(seen(await open(keyRing))).toEqual({ key, source: 'stored' });
  });

  test('a key that is forgotten is gone from the file, too', async () => {
    const store = await open(keyRing);
    await store.save(key);
    store.forget();
    expect(seen(store)).toEqual({ key: null, source: 'none' });
    expect(content()).toBe('{}');
  });

  test('a key that can be decrypted no more is as good as none', async () => {
    await (await open(keyRing)).save(key);
    const store = await open({ ...keyRing, decrypt: broken });
    expect(seen(store)).toEqual({ key: null, source: 'none' });
  });

  test('a key that can be decrypted no more is reported, and stays in the file', async () => {
    await (await open(keyRing)).save(key);
    const before = content();
    const store = await open({ ...keyRing, decrypt: broken });
    expect(store.problem).toMatchObject({ code: 'key-unreadable' });
    expect(content()).toBe(before);
    await store.save('another');
    expect(store.problem).toBeNull();
  });

  test.each([5, null, [], {}, true])('%j in the file is no key, and is reported', async (odd) => {
    writeFileSync(path, JSON.stringify({ encryptedKey: odd }));
    const store = await open(keyRing, 'from-the-environment');
    expect(seen(store)).toEqual({ key: 'from-the-environment', source: 'environment' });
    expect(store.problem && sentenceOf(store.problem)).toContain(
      'ASSEMBLYAI_API_KEY is used instead.',
    );
  });

  test.each(['', 'two\nlines', 'schlüssel', 'key\u0000'])(
    'what decrypts to %j is no key, and is not sent as one',
    async (odd) => {
      await (await open(keyRing)).save(odd);
      expect(seen(await open(keyRing))).toEqual({ key: null, source: 'none' });
    },
  );

  test.each([42, null, ['a'], { a: 1 }])('a file with %j as its key is no key', async (value) => {
    writeFileSync(path, JSON.stringify({ encryptedKey: value }));
    expect(seen(await open(keyRing))).toEqual({ key: null, source: 'none' });
  });
});

describe.each([
  ['without a key ring', noKeyRing],
  ['with a key ring that refuses', { ...keyRing, encrypt: broken }],
])('%s', (_when, cipher) => {
  test('a key is held in memory only, and the person is informed', async () => {
    const store = await open(cipher);
    await store.save(key);
    expect(seen(store)).toEqual({ key, source: 'memory' });
    expect(store.note?.code).toBe('no-encrypted-storage');
    expect(content()).toBe('{}');
    expect(seen(await open(cipher))).toEqual({ key: null, source: 'none' });
  });

  test('the key before it does not come back with the next start', async () => {
    await (await open(keyRing)).save('the-key-before');
    await (await open(cipher)).save(key);
    expect(seen(await open(keyRing))).toEqual({ key: null, source: 'none' });
  });
});

describe('on a disk that is full', () => {
  const fullDisk = (): KeyFile => {
    const full = (): never => {
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    };
    return { ...file(), set: full, delete: full };
  };

  test('a key is held in memory only, and the person is informed', async () => {
    const store = new KeyStore(fullDisk(), keyRing, undefined);
    await store.save(key);
    expect(seen(store)).toEqual({ key, source: 'memory' });
    expect(store.note).toMatchObject({ code: 'key-not-saved', params: { why: 'full' } });
  });

  test('a key that cannot be removed is used no more, and the person is informed', async () => {
    await (await open(keyRing)).save(key);
    const store = new KeyStore(fullDisk(), keyRing, undefined);
    await store.load();
    expect(store.forget()).toMatchObject({ ok: false, problem: { code: 'key-not-erased' } });
    expect(seen(store)).toEqual({ key: null, source: 'none' });
  });

  test('where no key was stored there is none to remove', () => {
    expect(new KeyStore(fullDisk(), keyRing, undefined).forget()).toEqual({
      ok: true,
      value: null,
    });
  });
});

describe('a key in the environment', () => {
  test('is used while none is stored, and never written', async () => {
    const store = await open(keyRing, ` ${key}\n`);
    expect(seen(store)).toEqual({ key, source: 'environment' });
    expect(content()).toBe('{}');
    await store.save('stored-key');
    expect(seen(store)).toEqual({ key: 'stored-key', source: 'stored' });
    store.forget();
    expect(seen(store)).toEqual({ key, source: 'environment' });
  });

  test.each(['', '  ', 'two words', 'schlüssel', 'a\r\nX-Header: b'])(
    '%j is none',
    async (environment) => {
      expect((await open(keyRing, environment)).source).toBe('none');
    },
  );
});

test('a key that is pasted with space around it is taken without', () => {
  expect(parseKey(`\t${key} \n`)).toEqual({ ok: true, value: key });
});

test.each(['', ' ', 'two words', 'a\nb', 'schlüssel', 'key\u0000', '“key”'])(
  '%j is no key, and says so in one sentence',
  (pasted) => {
    expect(parseKey(pasted)).toMatchObject({ ok: false, problem: { code: 'not-a-key' } });
  },
);

describe('while the stored key is being read', () => {
  /** A key ring that asks the person first: it opens when `unlock` is called. */
  const lockedRing = () => {
    const unlocked = Promise.withResolvers<undefined>();
    const decrypt = async (encrypted: string): Promise<string> => {
      await unlocked.promise;
      return keyRing.decrypt(encrypted);
    };
    return { cipher: { ...keyRing, decrypt }, unlock: () => unlocked.resolve(undefined) };
  };

  const openLocked = async () => {
    await (await open(keyRing)).save(key);
    const { cipher, unlock } = lockedRing();
    const store = new KeyStore(file(), cipher, undefined);
    return { store, read: store.load(), unlock };
  };

  test('that it has not ended can be waited for, and then the key is there', async () => {
    const { store, unlock } = await openLocked();
    const { reading } = store;
    expect(reading).not.toBeNull();
    expect(store.key).toBeNull();
    unlock();
    await reading;
    expect(seen(store)).toEqual({ key, source: 'stored' });
    expect(store.reading).toBeNull();
  });

  test('a key that is saved takes the place of the one that is read', async () => {
    const { store, read, unlock } = await openLocked();
    await store.save('an0ther-key');
    unlock();
    await read;
    expect(store.key).toBe('an0ther-key');
  });

  test('a key that is forgotten does not come back', async () => {
    const { store, read, unlock } = await openLocked();
    store.forget();
    unlock();
    await read;
    expect(store.key).toBeNull();
  });
});
