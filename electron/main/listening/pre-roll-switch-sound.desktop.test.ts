import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import wavefile from 'wavefile';
import { samplesIn } from '#core/audio-format.ts';
import { plainParameters } from '#core/assemblyai/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { ok } from '#shared/result.ts';
import { forkWith } from '../../../test/support/fork.ts';
import { between } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { startSound, type VirtualSound } from '../../../tools/desktop-harness/sound.ts';
import { CaptureClient } from '../audio/capture-client.ts';
import { MicrophoneDevice } from '../audio/microphone-device.ts';
import type { Chunk } from '../audio/microphone.ts';
import { ResilientMicrophone } from '../audio/resilient-microphone.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import { ListeningController } from './listening-controller.ts';
import { observing } from './observer.fixture.ts';
import { PreRollSwitch } from './pre-roll-switch.ts';
import { patient } from '../../../test/support/patient.ts';

/* The real microphone, capture process and socket. A word begins 300 ms before the key. */
let sound: VirtualSound;
let service: Service;
let folder: string;
let capture: CaptureClient;
let listeningController: ListeningController;
let chunks: Chunk[];
/** Called with each chunk after the listening controller has it. */
let onChunk: (chunk: Chunk) => void;
let rests: number;

const early = samplesIn(300);

beforeAll(async () => {
  sound = await startSound();
  service = await startService();
});
afterAll(async () => {
  await service.close();
  await sound.stop();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-pre-roll-'));
  chunks = [];
  onChunk = () => undefined;
  rests = 0;
  capture = new CaptureClient(
    forkWith(sound.env),
    join(folder, 'recordings'),
    new MicrophoneDevice(() => null),
  );
  const microphone = new ResilientMicrophone(capture);
  listeningController = new ListeningController(
    () => ({
      open: (startSample, hear) =>
        microphone.open(startSample, (event) => {
          hear(event);
          if (event.type !== 'chunk') return;
          chunks.push(event.chunk);
          onChunk(event.chunk);
        }),
      record: (startSample) => microphone.record(startSample),
      close: () => microphone.close(),
    }),
    () =>
      ok({
        baseUrl: service.env.CAPTIONKEY_STREAMING_URL,
        key: validKey,
        parameters: plainParameters,
      }),
    () => ({ maxAttempts: 2, warmMs: 0 }),
    storeNothing,
    observing({ rested: () => (rests += 1) }),
  );
});
afterEach(() => {
  capture.dispose();
  rmSync(folder, { recursive: true });
});

const heard = (): Int16Array =>
  new Int16Array(Uint8Array.from(chunks.flatMap(({ pcm }) => [...pcm])).buffer);

/** The recording on the disk, or null if there is none. */
function recorded(): Int16Array | null {
  const recordings = join(folder, 'recordings');
  const [name] = readdirSync(folder).includes('recordings') ? readdirSync(recordings) : [];
  if (name === undefined) return null;
  const file = new wavefile.WaveFile(readFileSync(join(recordings, name)));
  return Int16Array.from(file.getSamples(true));
}

/** Plays a word. The virtual microphone is silent before it. */
function playWord(): Promise<void> {
  const file = new wavefile.WaveFile();
  file.fromScratch(1, 16_000, '16', between(500, 1_500));
  const path = join(folder, 'word.wav');
  writeFileSync(path, file.toBuffer());
  return sound.play(path);
}

test('with the pre-roll the disk and the service have the whole word, and nothing from before it', async () => {
  const preRoll = new PreRollSwitch(listeningController, () => true);
  preRoll.allow('starting');
  let wordAt = Infinity;
  const pressed: { startSample: number | null; before: Int16Array | null }[] = [];
  // The key is pressed by the clock of samples, so that a busy machine does not change the test.
  onChunk = ({ levels, startSample: at }) => {
    if (Math.max(...levels) > 0.01) wordAt = Math.min(wordAt, at);
    if (at < wordAt + early || pressed.length > 0) return;
    const before = recorded();
    pressed.push({ startSample: listeningController.dictate(1), before });
  };
  // The microphone takes time to open. Sound before that is lost.
  await vi.waitFor(() => expect(chunks.length).toBeGreaterThan(0), patient);
  await playWord();
  await vi.waitFor(() => expect(pressed).toHaveLength(1), patient);
  const [{ startSample, before } = { startSample: null, before: null }] = pressed;
  if (startSample === null) throw new Error('The word was not heard.');
  expect(before).toBeNull();
  expect(startSample).toBeLessThanOrEqual(wordAt);
  expect(startSample).toBeGreaterThan(wordAt + early - samplesIn(tuning.preRollMs));
  await vi.waitFor(() => expect(service.sound().length).toBeGreaterThan(16_000), patient);
  preRoll.prevent('ending');
  listeningController.dispatch({ type: 'end-dictation' });
  listeningController.dispatch({ type: 'close' });
  await vi.waitFor(() => expect(rests).toBe(1), patient);

  const fromStart = heard().subarray(startSample);
  expect(recorded()).toEqual(fromStart);
  expect(service.sound().subarray(0, 16_000)).toEqual(fromStart.subarray(0, 16_000));
});

test('without the pre-roll the microphone is closed', async () => {
  new PreRollSwitch(listeningController, () => false).allow('starting');
  await playWord();
  expect(chunks).toEqual([]);
  expect(listeningController.isAtRest).toBe(true);
  expect(listeningController.dictate(1)).toBe(0);
  await vi.waitFor(() => expect(chunks.length).toBeGreaterThan(0), patient);
  expect(recorded()?.length).toBeGreaterThan(0);
});
