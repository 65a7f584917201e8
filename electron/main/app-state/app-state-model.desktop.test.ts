import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { ok } from '#shared/result.ts';
import type { AppState } from '#shared/app-state.ts';
import { forkWith } from '../../../test/support/fork.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { KeyStore } from '../settings/key-store.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import { AppStateModel } from './app-state-model.ts';
import { AudioInput } from '../audio/audio-input.ts';

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

/** Files and a key ring in memory, which Electron provides in the app. */
const store = new Map<string, unknown>();
const file = {
  get store(): unknown {
    return Object.fromEntries(store);
  },
  path: '/settings.json',
  get: (name: string): unknown => store.get(name),
  set: (name: string, value: unknown): unknown => store.set(name, value),
  delete: (name: string): unknown => store.delete(name),
  keepCopy: () => undefined,
};
const cipher = {
  isAvailable: () => Promise.resolve(false),
  encrypt: (plain: string) => Promise.resolve(plain),
  decrypt: (encrypted: string) => Promise.resolve(encrypted),
};

let changes: AppState[];
let keys: KeyStore;
let appState: AppStateModel;
let baseUrl: () => string;
beforeEach(() => {
  changes = [];
  store.clear();
  baseUrl = () => service.env.CAPTIONKEY_STREAMING_URL;
  keys = new KeyStore(file, cipher, undefined);
  const unused = { open: () => undefined, record: () => undefined, close: () => undefined };
  const settings = new SettingsStore(file, 'linux');
  const audioInput = new AudioInput(unused, () => ({
    baseUrl: baseUrl(),
    key: keys.key,
    readingKey: keys.reading,
    parameters: ok(plainParameters),
    dictating: ok(plainParameters),
  }));
  const fork = forkWith({ PULSE_SERVER: 'unix:/nonexistent', ALSA_CONFIG_PATH: '/dev/null' });
  const facts = { baseUrl: () => baseUrl(), canScratch: true };
  appState = new AppStateModel({ fork, keys, settings, audioInput, ...facts });
  appState.on('changed', (changed) => changes.push(changed));
});

test('a key is stored once the service has accepted it, and subscribers see the change without the key', async () => {
  const saved = await appState.saveKey(` ${validKey}\n`);
  expect(saved).toMatchObject({ ok: true, value: { keySource: 'memory' } });
  expect(keys.key).toBe(validKey);
  expect(changes).toHaveLength(1);
  expect(JSON.stringify([saved, changes])).not.toContain(validKey);
});

test('a key is checked in the chosen region', async () => {
  baseUrl = () => 'ws://127.0.0.1:9';
  expect(await appState.saveKey(validKey)).toMatchObject({
    ok: false,
    problem: { code: 'unreachable' },
  });
});

test.each([
  ['refused-key', 'wrong-key'],
  ['two words', 'not-a-key'],
  ['schlüssel', 'not-a-key'],
])('%j is not stored, and the earlier key stays', async (pasted, code) => {
  await keys.save('the-key-before');
  expect(await appState.saveKey(pasted)).toMatchObject({ ok: false, problem: { code } });
  expect(keys.key).toBe('the-key-before');
  expect(changes).toEqual([]);
});

test('a person without a key begins with the first run, until it is finished', () => {
  expect(appState.read().isFirstRun).toBe(true);
  expect(appState.finishFirstRun()).toMatchObject({ ok: true, value: { isFirstRun: false } });
  expect(file.store).toEqual({ firstRunDone: true });
});

test('a person who has a key is not new, also after they remove it', async () => {
  await keys.save(validKey);
  expect(appState.read().isFirstRun).toBe(false);
  expect(appState.forgetKey()).toMatchObject({
    ok: true,
    value: { keySource: 'none', isFirstRun: false },
  });
});

test('a person whose stored key cannot be read is not new, neither before it is tried nor after', async () => {
  store.set('encryptedKey', 'of another machine');
  const loaded = keys.load();
  expect(appState.read().isFirstRun).toBe(false);
  await loaded;
  expect(appState.read()).toMatchObject({ keySource: 'none', isFirstRun: false });
});

test('no microphone is a note that says what to do', async () => {
  expect(await appState.rescanMicrophones()).toMatchObject({
    microphones: [],
    microphoneProblem: { code: 'no-microphone-listed', params: {} },
  });
  expect(changes).toHaveLength(1);
});
