import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import type { MicrophoneRef } from '#shared/microphone.ts';
import { captureProcesses, forkWith } from '../../../test/support/fork.ts';
import { startSound, type VirtualSound } from '../../../tools/desktop-harness/sound.ts';
import { CaptureClient } from './capture-client.ts';
import { MicrophoneDevice } from './microphone-device.ts';
import { listMicrophones } from './list-microphones.ts';
import type { Chunk, MicrophoneEvent } from './microphone.ts';
import { ResilientMicrophone } from './resilient-microphone.ts';
import { patient } from '../../../test/support/patient.ts';
import { mainTuning } from '../time/tuning.ts';

/* The real capture process with the real PortAudio. It is killed, or loses its sound server. */
let sound: VirtualSound;
let folder: string;
let capture: CaptureClient;
let microphone: ResilientMicrophone;
let events: MicrophoneEvent[];
let wanted: MicrophoneRef | null;

let unplug: () => Promise<void> = () => Promise.resolve();

beforeAll(async () => {
  sound = await startSound();
});
afterAll(() => sound.stop());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-resilient-'));
  wanted = null;
  capture = new CaptureClient(forkWith(sound.env), folder, new MicrophoneDevice(() => wanted));
  microphone = new ResilientMicrophone(capture);
  events = [];
});

function openUnrecorded(): void {
  // A notice of this microphone may end during a later test, which has events of its own.
  const heardHere = events;
  microphone.open(0, (event) => heardHere.push(event));
}

function open(): void {
  openUnrecorded();
  microphone.record(0);
}

afterEach(async () => {
  vi.restoreAllMocks();
  capture.dispose();
  await unplug();
  rmSync(folder, { recursive: true });
});

/** Plugs the chosen microphone in. It is unplugged at the end of the test. */
async function plug(): Promise<void> {
  const unplugIt = await sound.plug('Headset');
  unplug = async () => {
    unplug = () => Promise.resolve();
    await unplugIt();
  };
}

/** Reports the present microphones to it. */
async function follow(): Promise<void> {
  const listed = await listMicrophones(forkWith(sound.env));
  if (!listed.ok) throw new Error(sentenceOf(listed.problem));
  microphone.follow(listed.value);
}

const sentences = (): string[] =>
  events.flatMap((event) =>
    event.type === 'warned' && event.problem !== null ? [sentenceOf(event.problem)] : [],
  );

/** Another sentence may follow at once: the virtual microphone is silent. */
const says = (sentence: RegExp): Promise<void> =>
  vi.waitFor(() => expect(sentences()).toContainEqual(expect.stringMatching(sentence)), patient);

const chunks = (): Chunk[] =>
  events.flatMap((event) => (event.type === 'chunk' ? [event.chunk] : []));
const codes = (): (string | null)[] =>
  events.flatMap((event) => {
    if (event.type === 'warned') return [event.problem?.code ?? null];
    return event.type === 'failed' ? [`failed: ${event.problem.code}`] : [];
  });
const heard = (count: number): Promise<void> =>
  vi.waitFor(() => expect(chunks().length).toBeGreaterThanOrEqual(count), patient);

function expectContiguous(): void {
  let next = 0;
  for (const { startSample, pcm } of chunks()) {
    expect(startSample).toBe(next);
    next += pcm.byteLength / 2;
  }
}

const killCapture = (): void => {
  for (const pid of captureProcesses()) process.kill(pid, 'SIGKILL');
};

/** Waits until the death of so many capture processes is noticed. Until then, sound of them may come. */
const noticed = (deaths: number): Promise<void> =>
  vi.waitFor(
    () => expect(codes().filter((code) => code === 'microphone-away')).toHaveLength(deaths),
    patient,
  );

test('a killed capture process is started again, and the gap is reported', async () => {
  open();
  await heard(5);
  killCapture();
  await noticed(1);
  await heard(chunks().length + 10);
  expect(codes().filter((code) => code !== 'no-sound')).toEqual([
    'microphone-away',
    'microphone-gap',
  ]);
  expectContiguous();
  const kept = events.flatMap((event) => (event.type === 'recording' ? [event] : []));
  expect(kept.map(({ path }) => path)).toEqual(
    readdirSync(folder)
      .toSorted()
      .map((name) => join(folder, name)),
  );
  expect(kept[0]?.startSample).toBe(0);
  expect(chunks().map(({ startSample }) => startSample)).toContain(kept[1]?.startSample);
});

test('a capture process that is killed again and again is given up with a sentence', async () => {
  // However long the kills take here, they are within a minute.
  vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  open();
  for (let kills = 1; kills <= 4; kills++) {
    await heard(chunks().length + 1);
    killCapture();
    await noticed(Math.min(kills, 3));
  }
  await vi.waitFor(() => expect(codes()).toContain('failed: capture-stopped'), patient);
  await noticed(3);
});

test('closing while the process restarts closes the microphone', async () => {
  open();
  await heard(5);
  killCapture();
  await vi.waitFor(() => expect(codes()).toContain('microphone-away'), patient);
  microphone.close();
  await vi.waitFor(() => expect(events.at(-1)).toEqual({ type: 'closed' }), patient);
  expect(captureProcesses()).toEqual([]);
});

test('a microphone that fails while it closes stays closed', async () => {
  open();
  await heard(5);
  microphone.close();
  killCapture();
  await vi.waitFor(() => expect(events.at(-1)).toEqual({ type: 'closed' }), patient);
  await sleep(mainTuning.restartDelaysMs[0] * 3);
  expect(captureProcesses()).toEqual([]);
  expect(codes()).not.toContain('microphone-away');
});

/** How long the microphone delivered nothing. The commands that silence it take some time. */
async function withoutSound(forMs: number): Promise<{ askedAtMs: number; atLeastMs: number }> {
  const askedAtMs = performance.now();
  await sound.suspend();
  const silentAtMs = performance.now();
  await sleep(forMs);
  const resumingAtMs = performance.now();
  await sound.resume();
  return { askedAtMs, atLeastMs: resumingAtMs - silentAtMs };
}

test('lost sound is reported, and the microphone stays open', async () => {
  open();
  await heard(60);
  const processes = captureProcesses();
  const { askedAtMs, atLeastMs } = await withoutSound(250);
  const lost = await vi.waitFor(() => {
    const lostSound = /^The microphone lost sound\. (\d\.\d) s were not heard/;
    const [, seconds] = lostSound.exec(sentences().at(-1) ?? '') ?? [];
    expect(seconds).toBeDefined();
    return Number(seconds) * 1_000;
  }, patient);
  expect(lost).toBeGreaterThan(atLeastMs - 150);
  // Sound comes again before the loss can be reported.
  expect(lost).toBeLessThan(performance.now() - askedAtMs + 150);
  expect(captureProcesses()).toEqual(processes);
  expectContiguous();
});

describe('the microphone that was chosen', () => {
  beforeEach(() => {
    wanted = { name: 'Headset', hostApi: 'PulseAudio' };
  });

  test('is opened when it is plugged in, without a gap in the sample indexes', async () => {
    open();
    await heard(5);
    expect(sentences()[0]).toMatch(/Headset isn't connected, so the default microphone is used\./);
    await plug();
    await follow();
    const before = chunks().length;
    await heard(before + 10);
    await says(/^The microphone is back\. \d\.\d s were not heard/);
    expect(recordedFrom()).toBe('plugged.Headset');
    expectContiguous();
  });

  test('is heard again after it was unplugged, with the default meanwhile', async () => {
    await plug();
    open();
    await heard(5);
    expect(recordedFrom()).toBe('plugged.Headset');
    await unplug();
    await follow();
    await vi.waitFor(() => expect(codes()).toContain('microphone-gap'), patient);
    expect(sentences().at(-1)).toMatch(
      /^\d\.\d s were not heard.* Headset isn't connected, so the default microphone is used/,
    );
    expect(recordedFrom()).toBe('microphone');

    await plug();
    await follow();
    await says(/^The microphone is back\./);
    expect(recordedFrom()).toBe('plugged.Headset');
    expectContiguous();
  });

  test('can be closed during the change to it, and opened again at once', async () => {
    const anew: MicrophoneEvent[] = [];
    microphone.open(0, (event) => {
      events.push(event);
      if (event.type === 'closed') microphone.open(0, (later) => anew.push(later));
    });
    await heard(5);
    await plug();
    await follow();
    microphone.close();
    const types = (): string[] => anew.map(({ type }) => type);
    await vi.waitFor(
      () => expect(types().filter((type) => type === 'chunk').length).toBeGreaterThan(40),
      patient,
    );
    expect(types()).not.toContain('closed');
    microphone.close();
    await vi.waitFor(() => expect(types().at(-1)).toBe('closed'), patient);
    await vi.waitFor(() => expect(recordedFrom()).toBeUndefined(), patient);
  });

  test('is recorded after the change to it if recording was requested during the change', async () => {
    openUnrecorded();
    await heard(5);
    await plug();
    await follow();
    microphone.record(0);
    await heard(chunks().length + 10);
    const kept = events.flatMap((event) => (event.type === 'recording' ? [event] : []));
    expect(kept).toHaveLength(1);
    const heardFrom = chunks().map(({ startSample }) => startSample);
    expect(heardFrom.slice(1)).toContain(kept[0]?.startSample);
  });

  test('stays open while other microphones come and go', async () => {
    await plug();
    open();
    await heard(5);
    await follow();
    await heard(chunks().length + 10);
    expect(codes()).not.toContain('microphone-gap');
  });
});

/** The source that is recorded now, by the server's own name. */
function recordedFrom(): string | undefined {
  const pactl = (...args: string[]): string =>
    execFileSync('pactl', args, { env: { ...process.env, ...sound.env }, encoding: 'utf8' });
  const sources = pactl('list', 'short', 'sources')
    .split('\n')
    .map((line) => line.split('\t'));
  const recorders = pactl('list', 'short', 'source-outputs').trim().split('\n');
  const ours = recorders.map((line) => line.split('\t')).filter(([, , client]) => client !== '-');
  return sources.find(([index]) => index === ours.at(-1)?.[1])?.[1];
}
