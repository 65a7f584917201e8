import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import wavefile from 'wavefile';
import type { CaptureClient } from './capture-client.ts';
import type { Chunk, MicrophoneEvent } from './microphone.ts';
import { patient } from '../../../test/support/patient.ts';

/** Opens the microphone and collects its events. */
export function openMicrophone(client: CaptureClient, startSample: number) {
  const events: MicrophoneEvent[] = [];
  client.open(startSample, (event) => events.push(event));
  const chunks = (): Chunk[] =>
    events.flatMap((event) => (event.type === 'chunk' ? [event.chunk] : []));
  return {
    chunks,
    /** The events other than sound and recordings. */
    news: () => events.filter(({ type }) => type !== 'chunk' && type !== 'recording'),
    kept: () => events.flatMap((event) => (event.type === 'recording' ? [event] : [])),
    samples: () => joined(chunks()),
    /** Resolves after this many chunks. A microphone that fails sends no more of them. */
    heard: async (count: number) => {
      const failure = () => events.find(({ type }) => type === 'failed');
      await vi.waitFor(() => {
        if (failure() === undefined) expect(chunks().length).toBeGreaterThanOrEqual(count);
      }, patient);
      expect(failure()).toBeUndefined();
    },
    closed: () =>
      vi.waitFor(() => expect(events.map(({ type }) => type)).toContain('closed'), patient),
  };
}

const joined = (chunks: Chunk[]): Int16Array =>
  new Int16Array(Uint8Array.from(chunks.flatMap(({ pcm }) => [...pcm])).buffer);

/** Writes sound as a WAV file into a folder; returns its path. */
export function writePlayable(folder: string, pcm: Int16Array): string {
  const file = new wavefile.WaveFile();
  file.fromScratch(1, 16_000, '16', pcm);
  const path = join(folder, 'played.wav');
  writeFileSync(path, file.toBuffer());
  return path;
}
