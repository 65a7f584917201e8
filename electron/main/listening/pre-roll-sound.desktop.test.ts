import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import wavefile from 'wavefile';
import { samplesIn } from '#core/audio-format.ts';
import { plainParameters } from '#core/streaming/parameters/from-settings.ts';
import { tuning } from '#core/tuning.ts';
import { ok } from '#shared/result.ts';
import { forkWith } from '../../../test/support/fork.ts';
import { between } from '../../../test/support/recording.ts';
import { startService, validKey, type Service } from '../../../test/support/service.ts';
import { startSound, type VirtualSound } from '../../../tools/desktop-harness/sound.ts';
import { CaptureClient } from '../audio/capture-client.ts';
import type { Chunk } from '../audio/microphone.ts';
import { ResilientMicrophone } from '../audio/resilient-microphone.ts';
import { keepNothing } from '../keeping/keeping.ts';
import { Listener } from './listener.ts';
import { observing } from './observer.fixture.ts';
import { PreRoll } from './pre-roll.ts';
import { patient } from '../../../test/support/patient.ts';

/* The real microphone, capture process and socket: a word that begins 300 ms before the key. */
let sound: VirtualSound;
let service: Service;
let folder: string;
let capture: CaptureClient;
let listener: Listener;
let chunks: Chunk[];
/** Sees each chunk once the listener has it. */
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
  capture = new CaptureClient(forkWith(sound.env), join(folder, 'recordings'), () => null);
  const microphone = new ResilientMicrophone(capture);
  listener = new Listener(
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
    keepNothing,
    observing({ rested: () => (rests += 1) }),
  );
});
afterEach(() => {
  capture.dispose();
  rmSync(folder, { recursive: true });
});

const heard = (): Int16Array =>
  new Int16Array(Uint8Array.from(chunks.flatMap(({ pcm }) => [...pcm])).buffer);

/** What was written to disk, or null where nothing was. */
function recorded(): Int16Array | null {
  const recordings = join(folder, 'recordings');
  const [name] = readdirSync(folder).includes('recordings') ? readdirSync(recordings) : [];
  if (name === undefined) return null;
  const file = new wavefile.WaveFile(readFileSync(join(recordings, name)));
  return Int16Array.from(file.getSamples(true));
}

/** A word; the virtual microphone is silent before it. */
function playWord(): Promise<void> {
  const file = new wavefile.WaveFile();
  file.fromScratch(1, 16_000, '16', between(500, 1_500));
  const path = join(folder, 'word.wav');
  writeFileSync(path, file.toBuffer());
  return sound.play(path);
}

test('with the pre-roll it is whole, on disk and at the service; before, it was nowhere', async () => {
  const preRoll = new PreRoll(listener, () => true);
  preRoll.allow('starting');
  let wordAt = Infinity;
  const pressed: { startSample: number | null; before: Int16Array | null }[] = [];
  // The key by the clock of the samples, so that no machine is too busy for it.
  onChunk = ({ levels, startSample: at }) => {
    if (Math.max(...levels) > 0.01) wordAt = Math.min(wordAt, at);
    if (at < wordAt + early || pressed.length > 0) return;
    const before = recorded();
    pressed.push({ startSample: listener.dictate(1), before });
  };
  // The microphone opens in its own time; what is said before that is heard by nobody.
  await vi.waitFor(() => expect(chunks.length).toBeGreaterThan(0), patient);
  await playWord();
  await vi.waitFor(() => expect(pressed).toHaveLength(1), patient);
  const [{ startSample, before } = { startSample: null, before: null }] = pressed;
  if (startSample === null) throw new Error('The word was not heard.');
  expect(before).toBeNull();
  expect(startSample).toBeLessThanOrEqual(wordAt);
  expect(startSample).toBeGreaterThan(wordAt + early - samplesIn(tuning.preRollMs));
  await vi.waitFor(() => expect(service.sound().length).toBeGreaterThan(16_000), patient);
  preRoll.hold('ending');
  listener.dispatch({ type: 'end-dictation' });
  listener.dispatch({ type: 'close' });
  await vi.waitFor(() => expect(rests).toBe(1), patient);

  const fromStart = heard().subarray(startSample);
  expect(recorded()).toEqual(fromStart);
  expect(service.sound().subarray(0, 16_000)).toEqual(fromStart.subarray(0, 16_000));
});

test('without it the microphone is not even open', async () => {
  new PreRoll(listener, () => false).allow('starting');
  await playWord();
  expect(chunks).toEqual([]);
  expect(listener.isAtRest).toBe(true);
  expect(listener.dictate(1)).toBe(0);
  await vi.waitFor(() => expect(chunks.length).toBeGreaterThan(0), patient);
  expect(recorded()?.length).toBeGreaterThan(0);
});
