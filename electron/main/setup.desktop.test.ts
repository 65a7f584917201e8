import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { ok } from '#shared/result.ts';
import type { Setup } from '#shared/setup.ts';
import { forkWith } from '../../test/support/fork.ts';
import { startService, validKey, type Service } from '../../test/support/service.ts';
import { KeyStore } from './settings/key-store.ts';
import { SettingsStore } from './settings/settings-store.ts';
import { SetupModel } from './setup.ts';
import { Sources } from './sources.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

/** Files and key ring in memory, where Electron's are needed. */
const store = new Map<string, unknown>();
const file = {
  get store(): unknown {
    return Object.fromEntries(store);
  },
  path: '/settings.json',
  get: (name: string): unknown => store.get(name),
  set: (name: string, value: unknown): unknown => store.set(name, value),
  delete: (name: string): unknown => store.delete(name),
};
const cipher = {
  isAvailable: () => Promise.resolve(false),
  encrypt: (plain: string) => Promise.resolve(plain),
  decrypt: (encrypted: string) => Promise.resolve(encrypted),
};

let changes: Setup[];
let keys: KeyStore;
let setup: SetupModel;
let baseUrl: () => string;
beforeEach(() => {
  changes = [];
  baseUrl = () => service.env.CAPTIONKEY_STREAMING_URL;
  keys = new KeyStore(file, cipher, undefined);
  const unused = { open: () => undefined, record: () => undefined, close: () => undefined };
  const settings = new SettingsStore(file, false);
  const sources = new Sources(unused, () => ({
    baseUrl: baseUrl(),
    key: keys.key,
    readingKey: keys.reading,
    parameters: ok(plainParameters),
    dictating: ok(plainParameters),
  }));
  const fork = forkWith({ PULSE_SERVER: 'unix:/nonexistent', ALSA_CONFIG_PATH: '/dev/null' });
  setup = new SetupModel({ fork, keys, settings, sources, baseUrl: () => baseUrl() }, (changed) => {
    changes.push(changed);
  });
});

test('a key is kept once the service has accepted it, and everybody is told, without the key', async () => {
  const saved = await setup.saveKey(` ${validKey}\n`);
  expect(saved).toMatchObject({ ok: true, value: { keySource: 'memory' } });
  expect(keys.key).toBe(validKey);
  expect(changes).toHaveLength(1);
  expect(JSON.stringify([saved, changes])).not.toContain(validKey);
});

test('a key is checked in the region that is chosen by then', async () => {
  baseUrl = () => 'ws://127.0.0.1:9';
  expect(await setup.saveKey(validKey)).toMatchObject({
    ok: false,
    problem: { code: 'unreachable' },
  });
});

test.each([
  ['refused-key', 'wrong-key'],
  ['two words', 'not-a-key'],
  ['schlüssel', 'not-a-key'],
])('%j is not kept, and the key before it stays', async (pasted, code) => {
  await keys.save('the-key-before');
  expect(await setup.saveKey(pasted)).toMatchObject({ ok: false, problem: { code } });
  expect(keys.key).toBe('the-key-before');
  expect(changes).toEqual([]);
});

test('no microphone is a note that says what to do', async () => {
  expect(await setup.rescanMicrophones()).toMatchObject({
    microphones: [],
    microphoneNote: 'No microphone was found. Plug one in, then look again.',
  });
  expect(changes).toHaveLength(1);
});
