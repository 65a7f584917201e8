import { expect, test } from 'vitest';
import wavefile from 'wavefile';
import { compareSound } from '../../test/support/compare-sound.ts';
import { between } from '../../test/support/recording.ts';
import { Resampler } from './resampler.ts';

const spoken = between(400, 4_400);

/** The speech as a microphone of that rate would record it, made with a different resampler. */
function heardAt(rateHz: number): Buffer {
  const file = new wavefile.WaveFile();
  file.fromScratch(1, 16_000, '16', spoken);
  file.toSampleRate(rateHz, { method: 'sinc' });
  return Buffer.from(Int16Array.from(file.getSamples(true)).buffer);
}

async function resampled(pcm: Buffer, rateHz: number, chunkBytes: number): Promise<Int16Array> {
  const resampler = await Resampler.create(rateHz);
  const chunks: Buffer[] = [];
  for (let from = 0; from < pcm.byteLength; from += chunkBytes)
    chunks.push(resampler.resample(pcm.subarray(from, from + chunkBytes)));
  resampler.destroy();
  return new Int16Array(Uint8Array.from(Buffer.concat(chunks)).buffer);
}

test.each([8_000, 11_025, 44_100, 48_000])(
  'turns speech at %d Hz into the same speech at 16 kHz, with the same length',
  async (rateHz) => {
    const heard = await resampled(heardAt(rateHz), rateHz, 2 * Math.floor(rateHz / 50));
    const { correlation, lagSamples, shiftSamples } = compareSound(spoken, heard);
    expect(correlation).toBeGreaterThan(rateHz < 16_000 ? 0.95 : 0.99);
    expect(Math.abs(lagSamples)).toBeLessThanOrEqual(1);
    // A lost or repeated chunk would shift by 320 samples.
    expect(shiftSamples).toBeLessThanOrEqual(1);
    expect(spoken.length - heard.length).toBeGreaterThanOrEqual(0);
    expect(spoken.length - heard.length).toBeLessThan(160);
  },
);

test.each([44_100, 48_000])('gives the same sound at %d Hz chunk by chunk', async (rateHz) => {
  const pcm = heardAt(rateHz);
  const whole = await resampled(pcm, rateHz, pcm.byteLength);
  const chunked = await resampled(pcm, rateHz, 2 * (rateHz / 50));
  const differences = whole.map((sample, index) => Math.abs(sample - (chunked[index] ?? sample)));
  expect(Math.max(...differences)).toBeLessThanOrEqual(1);
});

test('clips samples beyond full scale and does not wrap them around', async () => {
  const square = Int16Array.from({ length: 48_000 }, (_, n) => (n % 480 < 240 ? 32_767 : -32_768));
  const heard = await resampled(Buffer.from(square.buffer), 48_000, 1_920);
  const middles = heard.filter((_, index) => index % 80 === 40 && index > 800 && index < 15_000);
  expect([...middles].every((sample, index) => sample > 30_000 === (index % 2 === 0))).toBe(true);
});
