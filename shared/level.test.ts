import { expect, test } from 'vitest';
import { levelOf, levelSamples, levelsOf, levelStretches } from './level.ts';

const pcm = (...samples: number[]): Uint8Array => new Uint8Array(Int16Array.from(samples).buffer);

test.each([
  [[], 0],
  [[0, 0, 0], 0],
  [[-32_768, -32_768], 1],
  [[16_384, -16_384], 0.5],
  [[16_384, 0, 0, 0], 0.25],
])('the level of %j is %d', (samples, level) => {
  expect(levelOf(pcm(...samples))).toBe(level);
});

test('a part of a larger buffer is measured at its own place', () => {
  expect(levelOf(pcm(16_384, 0, 16_384, 16_384).subarray(2, 4))).toBe(0);
});

test('half a sample at the end is no sound', () => {
  expect(levelOf(pcm(16_384).subarray(0, 1))).toBe(0);
  expect(levelOf(pcm(16_384, -1).subarray(0, 3))).toBe(0.5);
});

test('the faintest sound is not none', () => {
  expect(levelOf(pcm(1, 0, 0, 0))).toBeGreaterThan(0);
});

test('a long piece of sound has a level for every 25 ms, whatever is left over at its end', () => {
  const quiet = Array.from({ length: levelSamples }, () => 0);
  const loud = Array.from({ length: levelSamples }, () => 16_384);
  expect(levelsOf(pcm(...quiet, ...loud, 16_384))).toEqual([0, 0.5, 0.5]);
  const stretches = levelStretches(pcm(...quiet, ...loud, 16_384));
  expect(stretches.map((stretch) => stretch.byteLength)).toEqual([800, 800, 2]);
});

test('no sound at all has one level', () => {
  expect(levelsOf(pcm())).toEqual([0]);
});
