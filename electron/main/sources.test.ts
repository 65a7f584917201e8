import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { WireParameters } from '#core/streaming/parameters/wire.ts';
import { forkWith } from '../../test/support/fork.ts';
import { recordingFolder, recordingPath } from '../../test/support/recording.ts';
import type { Microphone } from './audio/microphone.ts';
import { WavMicrophone } from './audio/wav-microphone.ts';
import { checkKey } from './socket/check-key.ts';
import { Sources } from './sources.ts';

const device: Microphone = {
  open: () => undefined,
  record: () => undefined,
  close: () => undefined,
};
const baseUrl = 'wss://service.example';
const fork = forkWith({});

let key: string | null;
let readingKey: Promise<void> | null;
let parameters: Result<WireParameters>;
let sources: Sources;
let folder: string;
beforeEach(() => {
  key = 'a-key';
  readingKey = null;
  parameters = ok(plainParameters);
  sources = new Sources(device, () => ({
    ...{ baseUrl, key, readingKey, parameters },
    dictating: parameters,
  }));
  folder = mkdtempSync(join(tmpdir(), 'captionkey-sources-'));
});
afterEach(() => {
  sources.useDevice();
  rmSync(folder, { recursive: true });
});

test('it begins with the device and the service', () => {
  expect(sources.microphone).toBe(device);
  expect(sources.account).toEqual({
    ok: true,
    value: { baseUrl, key: 'a-key', parameters: plainParameters, dictating: plainParameters },
  });
  expect(sources.isDemo).toBe(false);
});

test('while the key is being read there is an account, which has the key once it is read', async () => {
  const reading = Promise.withResolvers<undefined>();
  key = null;
  readingKey = reading.promise;
  const { account } = sources;
  key = 'a-key';
  readingKey = null;
  reading.resolve(undefined);
  expect(account.ok && (await account.value.key)).toEqual(ok('a-key'));
});

test('a key that is read and turns out to be none is a sentence with the way to one', async () => {
  key = null;
  readingKey = Promise.resolve();
  const { account } = sources;
  expect(account.ok && (await account.value.key)).toMatchObject({ problem: { code: 'no-key' } });
});

test('without a key there is a sentence with the way to one', () => {
  key = null;
  expect(sources.account).toMatchObject({ ok: false, problem: { code: 'no-key' } });
});

test('a setting that is out of range is told before anything is opened', () => {
  parameters = failed('bad-setting', 'The setting prompt is too long.');
  expect(sources.account).toEqual(parameters);
});

test('a recording takes the place of the microphone only', async () => {
  expect(await sources.useRecording(recordingPath)).toEqual({ ok: true, value: null });
  expect(sources.microphone).toBeInstanceOf(WavMicrophone);
  expect(sources.account).toMatchObject({ ok: true, value: { baseUrl } });
});

test('a recording that cannot be read changes nothing', async () => {
  const missing = await sources.useRecording(join(folder, 'missing.wav'));
  expect(missing).toMatchObject({ ok: false, problem: { code: 'cannot-read-wav' } });
  expect(sources.microphone).toBe(device);
});

test('the demo needs no key, is served on this machine, and gives way to the device again', async () => {
  key = null;
  expect(await sources.useDemo(fork, recordingFolder)).toEqual({ ok: true, value: null });
  expect(sources.isDemo).toBe(true);
  expect(sources.microphone).toBeInstanceOf(WavMicrophone);
  if (!sources.account.ok) throw new Error(sources.account.problem.sentence);
  const account = sources.account.value;
  expect(account.baseUrl).toMatch(/^ws:\/\/127\.0\.0\.1:\d+/);
  const { key: demoKey } = account;
  if (typeof demoKey !== 'string') throw new Error('The key of the demo needs no reading.');
  expect(await checkKey(account.baseUrl, demoKey, 'u3-rt-pro')).toEqual({ ok: true, value: null });

  sources.useDevice();
  expect(sources.microphone).toBe(device);
  expect(sources.account).toMatchObject({ ok: false, problem: { code: 'no-key' } });
});

test('a demo that cannot start changes nothing, and says what to do', async () => {
  const started = await sources.useDemo(fork, folder);
  expect(started).toMatchObject({ ok: false, problem: { code: 'cannot-read-wav' } });
  expect(sources.isDemo).toBe(false);
  expect(sources.microphone).toBe(device);

  // With a recording of its own it is the server that misses its words.
  await sources.useRecording(recordingPath);
  expect(await sources.useDemo(fork, folder)).toMatchObject({
    ok: false,
    problem: { code: 'demo-server-failed' },
  });
  expect(sources.account).toMatchObject({ ok: true, value: { baseUrl } });
});

test('the demo is started once, however often it is asked for', async () => {
  const [first, second] = await Promise.all([
    sources.useDemo(fork, recordingFolder),
    sources.useDemo(fork, recordingFolder),
  ]);
  expect(first.ok).toBe(true);
  expect(second).toMatchObject({ ok: false, problem: { code: 'busy' } });
});
