import { describe, expect, test } from 'vitest';
import { levelsOf } from '#shared/level.ts';
import type { Chunk, MicrophoneEvent } from './microphone.ts';
import { WavMicrophone } from './wav-microphone.ts';

/** Every sample differs, so that a lost, repeated or moved one shows. */
const pcmOf = (samples: number): Uint8Array =>
  new Uint8Array(Int16Array.from({ length: samples }, (_, n) => n).buffer);

const samplesOf = (chunks: Chunk[]): Int16Array =>
  new Int16Array(Uint8Array.from(chunks.flatMap(({ pcm }) => [...pcm])).buffer);

/** Listens until the microphone closes. */
function listen(
  pcm: Uint8Array,
  startSample = 0,
  onChunk: (microphone: WavMicrophone, chunks: Chunk[]) => void = () => undefined,
): Promise<{ chunks: Chunk[]; events: MicrophoneEvent['type'][]; openedAtMs: number }> {
  const microphone = new WavMicrophone(pcm);
  const openedAtMs = Number(process.hrtime.bigint()) / 1e6;
  const chunks: Chunk[] = [];
  const events: MicrophoneEvent['type'][] = [];
  return new Promise((resolve) => {
    microphone.open(startSample, (event) => {
      events.push(event.type);
      if (event.type === 'chunk') {
        chunks.push(event.chunk);
        onChunk(microphone, chunks);
      }
      // Events after the end would have come by then.
      if (event.type === 'closed') setTimeout(() => resolve({ chunks, events, openedAtMs }), 100);
    });
  });
}

describe('a recording of an odd length', () => {
  const pcm = pcmOf(3_333);
  const heard = listen(pcm, 5_000);

  test('is delivered completely, each sample once and in its place', async () => {
    const { chunks } = await heard;
    expect(samplesOf(chunks)).toEqual(new Int16Array(pcm.buffer));
    let startSample = 5_000;
    for (const chunk of chunks) {
      expect(chunk.startSample).toBe(startSample);
      startSample += chunk.pcm.byteLength / 2;
    }
  });

  test('comes in chunks of 25 ms, of which the last has the rest', async () => {
    const { chunks } = await heard;
    const lengths = chunks.map(({ pcm: { byteLength } }) => byteLength / 2);
    expect(lengths).toEqual([...Array<number>(8).fill(400), 133]);
  });

  test('has the level of each chunk', async () => {
    const { chunks } = await heard;
    expect(chunks.map(({ levels }) => levels)).toEqual(chunks.map((chunk) => levelsOf(chunk.pcm)));
  });

  test('comes in real time: no chunk comes before its speech is over', async () => {
    const { chunks, openedAtMs } = await heard;
    for (const [index, { capturedAtMs }] of chunks.entries())
      expect(capturedAtMs - openedAtMs).toBeGreaterThanOrEqual(25 * (index + 1));
  });

  test('closes once, at the end', async () => {
    expect((await heard).events.slice(-2)).toEqual(['chunk', 'closed']);
    expect((await heard).events.filter((type) => type === 'closed')).toHaveLength(1);
  });
});

test('delivers nothing after a close in the middle, and reports the close once', async () => {
  const { chunks, events } = await listen(pcmOf(16_000), 0, (microphone, { length }) => {
    if (length === 3) microphone.close();
  });
  expect(chunks).toHaveLength(3);
  expect(events).toEqual(['chunk', 'chunk', 'chunk', 'closed']);
});

test.each([0, 1])('a recording of %d bytes closes at once', async (bytes) => {
  const { events } = await listen(new Uint8Array(bytes));
  expect(events).toEqual(['closed']);
});

test('no event comes before open returns', () => {
  let hasReturned = false;
  const microphone = new WavMicrophone(pcmOf(320));
  const closed = new Promise<void>((resolve) => {
    microphone.open(0, () => {
      expect(hasReturned).toBe(true);
      resolve();
    });
  });
  microphone.close();
  hasReturned = true;
  return closed;
});
