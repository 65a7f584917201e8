import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { captureProcesses, forkWith } from '../../../test/support/fork.ts';
import { startSound, type VirtualSound } from '../../../tools/desktop-harness/sound.ts';
import { CaptureClient } from './capture-client.ts';
import type { Chunk, MicrophoneEvent } from './microphone.ts';
import { ResilientMicrophone } from './resilient-microphone.ts';

/* The real capture process with the real PortAudio, which is killed or loses its sound server. */
let sound: VirtualSound;
let folder: string;
let capture: CaptureClient;
let microphone: ResilientMicrophone;
let events: MicrophoneEvent[];

const waitFor = { timeout: 15_000, interval: 10 };

beforeAll(async () => {
  sound = await startSound();
});
afterAll(() => sound.stop());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-resilient-'));
  capture = new CaptureClient(forkWith(sound.env), folder, () => null);
  microphone = new ResilientMicrophone(capture);
  events = [];
  microphone.open(0, (event) => events.push(event));
  microphone.record();
});
afterEach(() => {
  capture.dispose();
  rmSync(folder, { recursive: true });
});

const chunks = (): Chunk[] =>
  events.flatMap((event) => (event.type === 'chunk' ? [event.chunk] : []));
const codes = (): (string | null)[] =>
  events.flatMap((event) => {
    if (event.type === 'warned') return [event.problem?.code ?? null];
    return event.type === 'failed' ? [`failed: ${event.problem.code}`] : [];
  });
const heard = (count: number): Promise<void> =>
  vi.waitFor(() => expect(chunks().length).toBeGreaterThanOrEqual(count), waitFor);

function killCapture(): void {
  for (const pid of captureProcesses()) process.kill(pid, 'SIGKILL');
}

test('a capture process that is killed comes back, and what was missed is said', async () => {
  await heard(5);
  killCapture();
  await heard(chunks().length + 10);
  expect(codes().filter((code) => code !== 'no-sound')).toEqual([
    'microphone-away',
    'microphone-gap',
  ]);
  let next = 0;
  for (const { startSample, pcm } of chunks()) {
    expect(startSample).toBe(next);
    next += pcm.byteLength / 2;
  }
  const kept = events.flatMap((event) => (event.type === 'recording' ? [event] : []));
  expect(kept.map(({ path }) => path)).toEqual(
    readdirSync(folder)
      .toSorted()
      .map((name) => join(folder, name)),
  );
  expect(kept[0]?.startSample).toBe(0);
  expect(chunks().map(({ startSample }) => startSample)).toContain(kept[1]?.startSample);
});

test('one that is killed again and again is given up, with a sentence', async () => {
  for (let kills = 0; kills < 4; kills++) {
    await heard(chunks().length + 1);
    killCapture();
    await vi.waitFor(() => expect(captureProcesses()).toEqual([]), waitFor);
  }
  await vi.waitFor(() => expect(codes()).toContain('failed: capture-stopped'), waitFor);
  expect(codes().filter((code) => code === 'microphone-away')).toHaveLength(3);
});

test('closing while it is away is closing', async () => {
  await heard(5);
  killCapture();
  await vi.waitFor(() => expect(codes()).toContain('microphone-away'), waitFor);
  microphone.close();
  await vi.waitFor(() => expect(events.at(-1)).toEqual({ type: 'closed' }), waitFor);
  expect(captureProcesses()).toEqual([]);
});
