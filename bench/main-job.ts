import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainParameters } from '../electron/core/assemblyai/parameters/from-settings.ts';
import { CaptureClient } from '../electron/main/audio/capture-client.ts';
import { MicrophoneDevice } from '../electron/main/audio/microphone-device.ts';
import type { Chunk, Microphone } from '../electron/main/audio/microphone.ts';
import { storeNothing } from '../electron/main/storage/transcript/transcript-store.ts';
import { ListeningController } from '../electron/main/listening/listening-controller.ts';
import { observing } from '../electron/main/listening/observer.fixture.ts';
import { ok } from '../shared/result.ts';
import { forkWith } from '../test/support/fork.ts';
import { startSound } from '../tools/desktop-harness/sound.ts';
import { nowMs } from './clock.ts';
import { startStampingService, type Arrival } from './stamping-service.ts';
import { ownRow, type Row } from './table.ts';
import { until } from './until.ts';

/** How much to measure. */
export interface Effort {
  /** Starts and stops of captions. */
  rounds: number;
  /** ForceEndpoints and seconds of sound in each. */
  endpointsPerRound: number;
}

const samplesPerMs = 16;
const bytesPerSample = 2;

/**
 * Measures CaptionKey's overhead from microphone to service: a virtual microphone, PortAudio, the
 * capture process, the listening reducer, a real socket, and a service in another process that answers
 * immediately.
 */
export async function measureMainJob({ rounds, endpointsPerRound }: Effort): Promise<Row[]> {
  const [sound, service] = await Promise.all([startSound(), startStampingService()]);
  const folder = await mkdtemp(join(tmpdir(), 'captionkey-bench-'));
  const device = new CaptureClient(forkWith(sound.env), folder, new MicrophoneDevice(() => null));
  device.prepare();
  // A person presses the key when the app has run for a while.
  await sleep(1_000);
  const chunks: Chunk[] = [];
  const listeningController = new ListeningController(
    () => recorded(device, chunks),
    () => ok({ baseUrl: service.baseUrl, key: 'bench', parameters: plainParameters }),
    () => ({ maxAttempts: 1, warmMs: 0 }),
    storeNothing,
    observing({}),
  );
  const wireMs: number[] = [];
  const endpointMs: number[] = [];
  const tailMs: number[] = [];
  const firstSampleMs: number[] = [];

  for (let round = 0; round < rounds; round++) {
    chunks.length = service.arrivals.length = 0;
    const startedAtMs = nowMs();
    listeningController.command('start');
    await until('sound', () => chunks.length > 10);
    firstSampleMs.push(capturedAtMs(chunks, chunks[0]?.startSample ?? 0) - startedAtMs);
    for (let count = 0; count < endpointsPerRound; count++) {
      await sleep(900 + Math.random() * 100);
      const before = endpointsIn(service.arrivals).length;
      const pressedAtMs = nowMs();
      listeningController.command('force-endpoint');
      await until('ForceEndpoint', () => endpointsIn(service.arrivals).length > before);
      endpointMs.push((endpointsIn(service.arrivals)[before]?.atMs ?? NaN) - pressedAtMs);
    }
    listeningController.command('stop');
    await until('the end of captions', () => listeningController.isAtRest);
    wireMs.push(...delaysOnTheWire(chunks, service.arrivals));
    tailMs.push(delayOfTail(chunks, service.arrivals));
  }
  device.dispose();
  service.stop();
  await sound.stop();
  await rm(folder, { recursive: true });
  return [
    ownRow('sample captured by PortAudio → sample on the wire', 55, wireMs),
    ownRow('hotkey event → ForceEndpoint on the wire', 5, endpointMs),
    ownRow('last sample of the tail → ForceEndpoint on the wire', 5, tailMs),
    ownRow('hotkey event → first sample kept', 80, firstSampleMs),
  ];
}

/** Wraps a microphone and also collects its chunks. */
const recorded = (microphone: Microphone, chunks: Chunk[]): Microphone => ({
  open: (startSample, listener) =>
    microphone.open(startSample, (event) => {
      if (event.type === 'chunk') chunks.push(event.chunk);
      listener(event);
    }),
  record: (startSample) => microphone.record(startSample),
  close: () => microphone.close(),
});

const endpointsIn = (arrivals: Arrival[]): Arrival[] =>
  arrivals.filter((arrival) => arrival.kind === 'text' && arrival.type === 'ForceEndpoint');

const samplesOf = ({ pcm }: Chunk): number => pcm.byteLength / bytesPerSample;

/** When a sample was captured. A chunk has the time of its last sample. */
function capturedAtMs(chunks: Chunk[], sample: number): number {
  const chunk = chunks.find(({ startSample, pcm }) => {
    return sample < startSample + pcm.byteLength / bytesPerSample;
  });
  if (chunk === undefined) return NaN;
  const later = chunk.startSample + samplesOf(chunk) - 1 - sample;
  return chunk.capturedAtMs - later / samplesPerMs;
}

/** The delay of each sent millisecond of sound. */
function delaysOnTheWire(chunks: Chunk[], arrivals: Arrival[]): number[] {
  const delays: number[] = [];
  let sample = chunks[0]?.startSample ?? 0;
  for (const arrival of arrivals) {
    if (arrival.kind !== 'audio') continue;
    const endSample = sample + arrival.byteLength / bytesPerSample;
    for (; sample < endSample; sample += samplesPerMs) {
      const delayMs = arrival.atMs - capturedAtMs(chunks, sample);
      // The padding of the last frame was never captured.
      if (!Number.isNaN(delayMs)) delays.push(delayMs);
    }
  }
  return delays;
}

/** From the chunk that completes the tail to ForceEndpoint. */
function delayOfTail(chunks: Chunk[], arrivals: Arrival[]): number {
  const endpoint = endpointsIn(arrivals).at(-1)?.atMs ?? NaN;
  const last = chunks.findLast((chunk) => chunk.capturedAtMs <= endpoint);
  return endpoint - (last?.capturedAtMs ?? NaN);
}
