import { expect, test } from 'vitest';
import type { Cue } from './cue.ts';
import { playTone, tonePeak, toneSeconds } from './tone.ts';

const sampleRate = 48_000;
const cues: Cue[] = ['begin', 'end', 'trouble'];

async function render(cue: Cue): Promise<Float32Array> {
  const context = new OfflineAudioContext({ length: sampleRate / 2, sampleRate });
  playTone(context, cue);
  return (await context.startRendering()).getChannelData(0);
}

test.each(cues)('the tone of %s is shorter than 80 ms, soft, and without a click', async (cue) => {
  const sound = await render(cue);
  const loudest = Math.max(...sound.map(Math.abs));
  expect(loudest).toBeGreaterThan(tonePeak / 2);
  expect(loudest).toBeLessThanOrEqual(tonePeak);
  expect(toneSeconds).toBeLessThan(0.08);
  expect(sound.findLastIndex((sample) => sample !== 0)).toBeLessThan(0.08 * sampleRate);
  const steps = sound.slice(1).map((sample, index) => Math.abs(sample - (sound[index] ?? 0)));
  expect(Math.max(...steps)).toBeLessThan(tonePeak / 4);
});

test('trouble is lower than an end, and an end than a beginning', async () => {
  const crossings = (sound: Float32Array) =>
    sound.filter((sample, index) => sample > 0 && (sound[index - 1] ?? 0) <= 0).length;
  const [begin = 0, end = 0, trouble = 0] = (await Promise.all(cues.map(render))).map(crossings);
  expect([begin > end, end > trouble]).toEqual([true, true]);
});
