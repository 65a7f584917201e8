import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { WireParameters } from '#core/assemblyai/parameters/wire.ts';
import { forkWith } from '../../../test/support/fork.ts';
import { recordingFolder, recordingPath } from '../../../test/support/recording.ts';
import type { Microphone } from './microphone.ts';
import { WavMicrophone } from './wav-microphone.ts';
import { checkKey } from '../connection/check-key.ts';
import { AudioInput } from './audio-input.ts';

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
let audioInput: AudioInput;
let folder: string;
beforeEach(() => {
  key = 'a-key';
  readingKey = null;
  parameters = ok(plainParameters);
  audioInput = new AudioInput(device, () => ({
    ...{ baseUrl, key, readingKey, parameters },
    dictating: parameters,
  }));
  folder = mkdtempSync(join(tmpdir(), 'captionkey-sources-'));
});
afterEach(() => {
  audioInput.useDevice();
  rmSync(folder, { recursive: true });
});

test('audio comes from the device and goes to the service at first', () => {
  expect(audioInput.microphone).toBe(device);
  expect(audioInput.connectionTarget).toEqual({
    ok: true,
    value: { baseUrl, key: 'a-key', parameters: plainParameters, dictating: plainParameters },
  });
  expect(audioInput.isDemo).toBe(false);
});

test('while the stored key is read there is a connection target, which resolves to the key', async () => {
  const reading = Promise.withResolvers<undefined>();
  key = null;
  readingKey = reading.promise;
  const { connectionTarget } = audioInput;
  key = 'a-key';
  readingKey = null;
  reading.resolve(undefined);
  expect(connectionTarget.ok && (await connectionTarget.value.key)).toEqual(ok('a-key'));
});

test('a stored key that cannot be read is a sentence that says how to enter one', async () => {
  key = null;
  readingKey = Promise.resolve();
  const { connectionTarget } = audioInput;
  expect(connectionTarget.ok && (await connectionTarget.value.key)).toMatchObject({
    problem: { code: 'no-key' },
  });
});

test('a missing key is a sentence that says how to enter one', () => {
  key = null;
  expect(audioInput.connectionTarget).toMatchObject({ ok: false, problem: { code: 'no-key' } });
});

test('a setting out of range is reported before anything opens', () => {
  parameters = failed(
    problem('bad-setting', { setting: 'prompt', expected: { type: 'text', most: 1_750 } }),
  );
  expect(audioInput.connectionTarget).toEqual(parameters);
});

test('a recording replaces the microphone and not the service', async () => {
  expect(await audioInput.useRecording(recordingPath)).toEqual({ ok: true, value: null });
  expect(audioInput.microphone).toBeInstanceOf(WavMicrophone);
  expect(audioInput.connectionTarget).toMatchObject({ ok: true, value: { baseUrl } });
});

test('a recording that cannot be read changes nothing', async () => {
  const missing = await audioInput.useRecording(join(folder, 'missing.wav'));
  expect(missing).toMatchObject({ ok: false, problem: { code: 'cannot-read-wav' } });
  expect(audioInput.microphone).toBe(device);
});

test('the demo needs no key, uses a server on this machine, and can be switched off again', async () => {
  key = null;
  expect(await audioInput.useDemo(fork, recordingFolder)).toEqual({ ok: true, value: null });
  expect(audioInput.isDemo).toBe(true);
  expect(audioInput.microphone).toBeInstanceOf(WavMicrophone);
  if (!audioInput.connectionTarget.ok)
    throw new Error(sentenceOf(audioInput.connectionTarget.problem));
  const connectionTarget = audioInput.connectionTarget.value;
  expect(connectionTarget.baseUrl).toMatch(/^ws:\/\/127\.0\.0\.1:\d+/);
  const { key: demoKey } = connectionTarget;
  if (typeof demoKey !== 'string') throw new Error('The key of the demo needs no reading.');
  expect(await checkKey(connectionTarget.baseUrl, demoKey, 'u3-rt-pro')).toEqual({
    ok: true,
    value: null,
  });

  audioInput.useDevice();
  expect(audioInput.microphone).toBe(device);
  expect(audioInput.connectionTarget).toMatchObject({ ok: false, problem: { code: 'no-key' } });
});

test('a demo that cannot start changes nothing and says what to do', async () => {
  const started = await audioInput.useDemo(fork, folder);
  expect(started).toMatchObject({ ok: false, problem: { code: 'cannot-read-wav' } });
  expect(audioInput.isDemo).toBe(false);
  expect(audioInput.microphone).toBe(device);

  // With a recording of its own it is the server that misses its words.
  await audioInput.useRecording(recordingPath);
  expect(await audioInput.useDemo(fork, folder)).toMatchObject({
    ok: false,
    problem: { code: 'demo-server-failed' },
  });
  expect(audioInput.connectionTarget).toMatchObject({ ok: true, value: { baseUrl } });
});

test('the demo server starts once, however often it is asked for', async () => {
  const [first, second] = await Promise.all([
    audioInput.useDemo(fork, recordingFolder),
    audioInput.useDemo(fork, recordingFolder),
  ]);
  expect(first.ok).toBe(true);
  expect(second).toMatchObject({ ok: false, problem: { code: 'demo-starting' } });
});
