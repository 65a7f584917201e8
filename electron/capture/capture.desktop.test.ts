import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as naudiodon from 'naudiodon';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import wavefile from 'wavefile';
import { compareSound } from '../../test/support/compare-sound.ts';
import { recording, recordingPath } from '../../test/support/recording.ts';
import { startSound, type VirtualSound } from '../../tools/desktop-harness/sound.ts';
import { Capture } from './capture.ts';
import type { CaptureReport } from './protocol.ts';
import { patient } from '../../test/support/patient.ts';

/*
 * A virtual microphone accepts any sample rate. This wrapper refuses 16 kHz as some real devices do;
 * everything else is the real PortAudio.
 */
const refusing16kHz: typeof naudiodon = {
  ...naudiodon,
  AudioIO: ((options: { inOptions: naudiodon.AudioOptions }) => {
    if (options.inOptions.sampleRate === 16_000)
      throw new Error('Format not supported: Invalid sample rate');
    return naudiodon.AudioIO(options);
  }) as typeof naudiodon.AudioIO,
};

/** The real PortAudio, and whether it was called while a device closed on another thread. */
function watchedAudio(): { audio: typeof naudiodon; calledMeanwhile: () => boolean } {
  let closing = 0;
  let isCalled = false;
  const called = <T>(call: () => T): T => {
    isCalled ||= closing > 0;
    return call();
  };
  const AudioIO = ((options: { inOptions: naudiodon.AudioOptions }) => {
    const stream = called(() => refusing16kHz.AudioIO(options));
    const quit = stream.quit.bind(stream);
    stream.quit = (done) => {
      closing += 1;
      quit(() => {
        closing -= 1;
        done?.();
      });
    };
    return stream;
  }) as typeof naudiodon.AudioIO;
  const audio = {
    ...refusing16kHz,
    AudioIO,
    getDevices: () => called(naudiodon.getDevices),
    getHostAPIs: () => called(naudiodon.getHostAPIs),
  };
  return { audio, calledMeanwhile: () => isCalled };
}

let sound: VirtualSound;
let folder: string;
let reports: CaptureReport[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-capture-'));
  sound = await startSound({ sampleRateHz: 48_000 });
  for (const [name, value] of Object.entries(sound.env)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await sound.stop();
  rmSync(folder, { recursive: true });
});

const types = (): string[] => reports.map(({ type }) => type);
const heard = (): Int16Array => {
  const pcm = reports.flatMap((report) => (report.type === 'chunk' ? [...report.pcm] : []));
  return new Int16Array(Uint8Array.from(pcm).buffer);
};

test('a microphone that refuses 16 kHz is opened at its own rate and resampled to 16 kHz', async () => {
  reports = [];
  const capture = new Capture(refusing16kHz, (report) => reports.push(report));
  const path = join(folder, 'recording.wav');
  capture.handle({ type: 'open', microphone: null, startSample: 700 });
  capture.handle({ type: 'record', path, startSample: 700 });
  await vi.waitFor(() => expect(types()).toContain('chunk'), patient);
  await sound.play(recordingPath);
  capture.handle({ type: 'close' });
  await vi.waitFor(
    () => expect(reports.at(-1)).toEqual({ type: 'closed', isSpent: true }),
    patient,
  );

  const comparison = compareSound(recording.pcm, heard());
  expect(comparison.correlation).toBeGreaterThan(0.95);
  expect(comparison.shiftSamples).toBeLessThanOrEqual(1);
  let next = 700;
  for (const report of reports) {
    if (report.type !== 'chunk') continue;
    expect(report.startSample).toBe(next);
    next += report.pcm.byteLength / 2;
  }
  const kept = new wavefile.WaveFile(readFileSync(path));
  expect(kept.fmt).toMatchObject({ sampleRate: 16_000 });
  expect(Int16Array.from(kept.getSamples(true))).toEqual(heard());
});

test('a close before the device is open delivers nothing, and the next open works', async () => {
  reports = [];
  const capture = new Capture(refusing16kHz, (report) => reports.push(report));
  capture.handle({ type: 'open', microphone: null, startSample: 0 });
  capture.handle({ type: 'close' });
  await vi.waitFor(() => expect(types()).toEqual(['closed']), patient);
  capture.handle({ type: 'open', microphone: null, startSample: 0 });
  await vi.waitFor(() => expect(types()).toContain('chunk'), patient);
  capture.handle({ type: 'close' });
  await vi.waitFor(() => expect(types().at(-1)).toBe('closed'), patient);
  expect(types().filter((type) => type === 'closed')).toHaveLength(2);
});

test('a second open without a close releases the first device', async () => {
  reports = [];
  const capture = new Capture(refusing16kHz, (report) => reports.push(report));
  const chunksHeard = (): number => types().filter((type) => type === 'chunk').length;
  capture.handle({ type: 'open', microphone: null, startSample: 0 });
  await vi.waitFor(() => expect(chunksHeard()).toBeGreaterThan(0), patient);
  capture.handle({ type: 'open', microphone: null, startSample: 0 });
  const before = chunksHeard();
  await vi.waitFor(() => expect(chunksHeard()).toBeGreaterThan(before), patient);
  capture.handle({ type: 'close' });
  await vi.waitFor(() => expect(types().at(-1)).toBe('closed'), patient);
  await vi.waitFor(() => expect(recorders()).toEqual([]), patient);
});

test('PortAudio is not called while a device closes, because it is not safe for threads', async () => {
  reports = [];
  const { audio, calledMeanwhile } = watchedAudio();
  const capture = new Capture(audio, (report) => reports.push(report));
  capture.handle({ type: 'open', microphone: null, startSample: 0 });
  await vi.waitFor(() => expect(types()).toContain('chunk'), patient);
  capture.handle({ type: 'open', microphone: null, startSample: 0 });
  capture.handle({ type: 'open', microphone: null, startSample: 0 });
  capture.handle({ type: 'list' });
  await vi.waitFor(() => expect(types()).toContain('microphones'), patient);
  capture.handle({ type: 'close' });
  capture.handle({ type: 'prepare' });
  capture.handle({ type: 'open', microphone: null, startSample: 0 });
  await vi.waitFor(
    () => expect(types().slice(types().indexOf('closed'))).toContain('chunk'),
    patient,
  );
  capture.handle({ type: 'close' });
  await vi.waitFor(() => expect(types().at(-1)).toBe('closed'), patient);
  expect(calledMeanwhile()).toBe(false);
});

/** The clients that record from the sound server now. */
function recorders(): string[] {
  const listed = execFileSync('pactl', ['list', 'short', 'source-outputs'], { encoding: 'utf8' });
  // The server's own modules have no client.
  return listed.split('\n').filter((line) => line !== '' && line.split('\t')[2] !== '-');
}
