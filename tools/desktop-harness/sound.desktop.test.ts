import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import wavefile from 'wavefile';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSound, type VirtualSound } from './sound.ts';

const sampleRateHz = 16_000;
const blockSamples = sampleRateHz / 10;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sound-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Two seconds of noise bursts below 3 kHz. No part of it repeats, so each part fits in one place. */
const noiseBursts = (): Int16Array => {
  let seed = 1;
  let slow = 0;
  let slower = 0;
  return Int16Array.from({ length: 2 * sampleRateHz }, (_, index) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    slow += 0.4 * (seed / 2 ** 30 - 1 - slow);
    slower += 0.4 * (slow - slower);
    return slower * (Math.floor(index / 2400) % 2 === 0 ? 30_000 : 3000);
  });
};

const correlation = (heard: Int16Array, at: number, played: Int16Array, from: number): number => {
  let product = 0;
  let heardEnergy = 0;
  let playedEnergy = 0;
  for (let index = from; index < from + blockSamples; index += 1) {
    const a = heard[at + index] ?? 0;
    const b = played[index] ?? 0;
    product += a * b;
    heardEnergy += a * a;
    playedEnergy += b * b;
  }
  return product / Math.sqrt(heardEnergy * playedEnergy || 1);
};

/** Records what naudiodon delivers while the file is played. */
const record = async (sound: VirtualSound, wavFile: string): Promise<Int16Array> => {
  const pcmFile = join(folder, 'heard.pcm');
  const recorder = spawn(process.execPath, [join(import.meta.dirname, 'record.ts'), pcmFile], {
    env: { ...process.env, ...sound.env },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  while (!String((await once(recorder.stderr, 'data'))[0]).includes('recording'));
  await sound.play(wavFile);
  recorder.stdin.end();
  await once(recorder, 'exit');
  const pcm = readFileSync(pcmFile);
  return new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length >> 1);
};

test.each([16_000, 48_000])(
  'naudiodon records the played sound completely and once, from a microphone of %d Hz',
  async (microphoneRateHz) => {
    const played = noiseBursts();
    const wav = new wavefile.WaveFile();
    wav.fromScratch(1, sampleRateHz, '16', played);
    const wavFile = join(folder, 'played.wav');
    writeFileSync(wavFile, wav.toBuffer());
    const sound = await startSound({ sampleRateHz: microphoneRateHz });
    let heard: Int16Array;
    try {
      heard = await record(sound, wavFile);
    } finally {
      await sound.stop();
    }

    // The first block shows where the sound starts. Every other block must follow at its place.
    const onset = heard.findIndex((sample) => Math.abs(sample) > 100);
    const starts = Array.from({ length: 400 }, (_, index) => onset - 200 + index);
    const fit = (start: number) => correlation(heard, start, played, 0);
    const start = starts.reduce((best, next) => (fit(next) > fit(best) ? next : best));
    for (let from = 0; from < played.length; from += blockSamples)
      expect(correlation(heard, start, played, from)).toBeGreaterThan(0.95);
  },
);
