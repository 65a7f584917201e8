import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import wavefile from 'wavefile';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { problem } from '#shared/problem.ts';
import { startSound, type VirtualSound } from '../../../tools/desktop-harness/sound.ts';
import { compareSound } from '../../../test/support/compare-sound.ts';
import { captureProcesses, forkWith } from '../../../test/support/fork.ts';
import { between } from '../../../test/support/recording.ts';
import { CaptureClient } from './capture-client.ts';
import { MicrophoneDevice } from './microphone-device.ts';
import { listMicrophones } from './list-microphones.ts';
import { openMicrophone, writePlayable } from './capturing.fixture.ts';
import { patient } from '../../../test/support/patient.ts';
import type { Chunk } from './microphone.ts';

/* The real capture process with the real PortAudio, on a virtual microphone. */
let sound: VirtualSound;
let folder: string;
let recordings: string;
let client: CaptureClient;

/** No sound server, no ALSA device. */
const nowhere = { PULSE_SERVER: 'unix:/nonexistent', ALSA_CONFIG_PATH: '/dev/null' };

beforeAll(async () => {
  sound = await startSound();
});
afterAll(() => sound.stop());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-capture-'));
  recordings = join(folder, 'recordings');
  client = new CaptureClient(forkWith(sound.env), recordings, new MicrophoneDevice(() => null));
});
afterEach(() => {
  client.dispose();
  rmSync(folder, { recursive: true });
});

const open = (startSample: number, on = client) => openMicrophone(on, startSample);
const playable = (pcm: Int16Array): string => writePlayable(folder, pcm);

/** 50 ms at 16 kHz, one frame. */
const chunkSamples = 800;

function expectContiguous(chunks: Chunk[], startSample: number): void {
  let next = startSample;
  for (const chunk of chunks) {
    expect(chunk.startSample).toBe(next);
    expect(chunk.pcm).toHaveLength(2 * chunkSamples);
    next += chunk.pcm.byteLength / 2;
  }
}

const recorded = (): Int16Array[] =>
  readdirSync(recordings)
    .toSorted()
    .map((name) => {
      const file = new wavefile.WaveFile(readFileSync(join(recordings, name)));
      return Int16Array.from(file.getSamples(true));
    });

test('sound arrives complete and in order, and the recording has the same samples', async () => {
  const microphone = open(5_000);
  client.record(5_000);
  await microphone.heard(1);
  const played = between(0, 3_000);
  await sound.play(playable(played));
  await microphone.heard(microphone.chunks().length + 10);
  client.close();
  await microphone.closed();

  expectContiguous(microphone.chunks(), 5_000);
  const comparison = compareSound(played, microphone.samples());
  expect(comparison.correlation).toBeGreaterThan(0.95);
  expect(comparison.shiftSamples).toBe(0);
  expect(recorded()).toEqual([microphone.samples()]);
  expect(microphone.news().at(-1)).toEqual({ type: 'closed' });
});

test('a microphone that delivers only zeros is reported until sound comes', async () => {
  const microphone = open(0);
  const silent = { type: 'warned', problem: { code: 'no-sound' } };
  await vi.waitFor(() => expect(microphone.news()).toMatchObject([silent]), patient);
  await sound.play(playable(between(400, 1_000)));
  const heard = { type: 'warned', problem: null };
  await vi.waitFor(() => expect(microphone.news()).toMatchObject([silent, heard]), patient);
});

test("only the person's own account can read recordings", async () => {
  const microphone = open(0);
  client.record(0);
  await microphone.heard(1);
  const [name = ''] = readdirSync(recordings);
  expect(statSync(recordings).mode & 0o777).toBe(0o700);
  expect(statSync(join(recordings, name)).mode & 0o777).toBe(0o600);
});

test('the next opening uses the same process, starts at the given sample, and writes its own file', async () => {
  const first = open(0);
  client.record(0);
  await first.heard(5);
  const before = captureProcesses();
  client.close();
  await first.closed();
  const heardBefore = first.chunks().length;

  const second = open(first.samples().length);
  client.record(first.samples().length);
  await second.heard(5);
  client.close();
  await second.closed();
  expect(captureProcesses()).toEqual(before);
  expectContiguous(second.chunks(), first.samples().length);
  expect(first.chunks()).toHaveLength(heardBefore);
  expect(recorded()).toEqual([first.samples(), second.samples()]);
  const [firstName = '', secondName = ''] = readdirSync(recordings).toSorted();
  expect(first.kept()).toEqual([
    { type: 'recording', path: join(recordings, firstName), startSample: 0 },
  ]);
  expect(second.kept()).toEqual([
    { type: 'recording', path: join(recordings, secondName), startSample: first.samples().length },
  ]);
});

test('recording can begin later, and keeps nothing from before', async () => {
  const microphone = open(0);
  await microphone.heard(5);
  expect(readdirSync(folder)).toEqual([]);
  const before = microphone.chunks().length;
  client.record(before * chunkSamples);
  await microphone.heard(before + 10);
  client.close();
  await microphone.closed();
  const [kept = new Int16Array()] = recorded();
  expect(microphone.kept()).toMatchObject([{ startSample: before * chunkSamples }]);
  expect(kept).toEqual(microphone.samples().subarray(before * chunkSamples));
});

test('recording can begin a moment ago, and keeps what was captured since', async () => {
  const microphone = open(7_000);
  await microphone.heard(30);
  const startSample = 7_000 + (microphone.chunks().length - 10) * chunkSamples - 100;
  client.record(startSample);
  await microphone.heard(microphone.chunks().length + 10);
  client.close();
  await microphone.closed();
  expect(microphone.kept()).toMatchObject([{ startSample }]);
  expect(recorded()).toEqual([microphone.samples().subarray(startSample - 7_000)]);
});

test('a disk that cannot be written is reported, and sound goes on', async () => {
  writeFileSync(recordings, 'a file where the folder should be');
  const microphone = open(0);
  client.record(0);
  await microphone.heard(10);
  expect(microphone.news()).toMatchObject([{ type: 'warned', problem: { code: 'cannot-record' } }]);
});

test('a killed capture process is a failure that says what to do, and the next opening works', async () => {
  const first = open(0);
  client.record(0);
  await first.heard(5);
  const [pid, ...others] = captureProcesses();
  if (pid === undefined) throw new Error('Nothing captures.');
  expect(others).toEqual([]);
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(
    () =>
      expect(first.news()).toEqual([
        {
          type: 'failed',
          problem: problem('capture-stopped', {}),
        },
      ]),
    patient,
  );
  // The recording so far can be read, and has at least the delivered sound.
  const [kept = new Int16Array()] = recorded();
  expect(kept.subarray(0, first.samples().length)).toEqual(first.samples());

  const second = open(first.samples().length);
  await second.heard(5);
  expectContiguous(second.chunks(), first.samples().length);
});

test('the default microphone is opened if the chosen one is missing', async () => {
  const elsewhere = { name: 'A microphone in another house', hostApi: 'ALSA' };
  const wanting = new CaptureClient(
    forkWith(sound.env),
    recordings,
    new MicrophoneDevice(() => elsewhere),
  );
  const microphone = open(0, wanting);
  await microphone.heard(3);
  wanting.dispose();
});

test('disposing ends the process', async () => {
  client.prepare();
  await vi.waitFor(() => expect(captureProcesses()).toHaveLength(1), patient);
  client.dispose();
  await vi.waitFor(() => expect(captureProcesses()).toEqual([]), patient);
});

test('closing after that starts no process', () => {
  client.prepare();
  client.dispose();
  const before = captureProcesses();
  client.close();
  expect(captureProcesses().filter((pid) => !before.includes(pid))).toEqual([]);
});

describe('without a microphone', () => {
  test('opening fails with a sentence, each time', async () => {
    const deaf = new CaptureClient(forkWith(nowhere), recordings, new MicrophoneDevice(() => null));
    for (let attempt = 0; attempt < 2; attempt++) {
      const microphone = open(0, deaf);
      await vi.waitFor(
        () =>
          expect(microphone.news()).toEqual([
            {
              type: 'failed',
              problem: problem('no-microphone', {}),
            },
          ]),
        patient,
      );
    }
    deaf.dispose();
  });

  test('the list is empty', async () => {
    expect(await listMicrophones(forkWith(nowhere))).toEqual({ ok: true, value: [] });
  });
});
