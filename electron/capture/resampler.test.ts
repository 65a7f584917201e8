import { expect, test } from 'vitest';
import wavefile from 'wavefile';
import { compareSound } from '../../test/support/compare-sound.ts';
import { between } from '../../test/support/recording.ts';
import { Resampler } from './resampler.ts';

const spoken = between(400, 4_400);

/** What a microphone of that rate would hear of it, by another resampler than the one tested. */
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
  'speech at %d Hz is the same speech at 16 kHz, and as long',
  async (rateHz) => {
    const heard = await resampled(heardAt(rateHz), rateHz, 2 * Math.floor(rateHz / 50));
    const { correlation, lagSamples, shiftSamples } = compareSound(spoken, heard);
    expect(correlation).toBeGreaterThan(rateHz < 16_000 ? 0.95 : 0.99);
    expect(Math.abs(lagSamples)).toBeLessThanOrEqual(1);
    // A lost or doubled chunk would be 320; the other resampler rounds the length.
    expect(shiftSamples).toBeLessThanOrEqual(1);
    expect(spoken.length - heard.length).toBeGreaterThanOrEqual(0);
    expect(spoken.length - heard.length).toBeLessThan(160);
  },
);

test.each([44_100, 48_000])('at %d Hz, chunks leave no seams', async (rateHz) => {
  const pcm = heardAt(rateHz);
  const whole = await resampled(pcm, rateHz, pcm.byteLength);
  const chunked = await resampled(pcm, rateHz, 2 * (rateHz / 50));
  const differences = whole.map((sample, index) => Math.abs(sample - (chunked[index] ?? sample)));
  expect(Math.max(...differences)).toBeLessThanOrEqual(1);
});

test('what is as loud as can be is clipped, not wrapped around', async () => {
  const square = Int16Array.from({ length: 48_000 }, (_, n) => (n % 480 < 240 ? 32_767 : -32_768));
  const heard = await resampled(Buffer.from(square.buffer), 48_000, 1_920);
  const middles = heard.filter((_, index) => index % 80 === 40 && index > 800 && index < 15_000);
  expect([...middles].every((sample, index) => sample > 30_000 === (index % 2 === 0))).toBe(true);
});
