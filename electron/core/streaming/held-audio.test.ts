import { expect, test } from 'vitest';
import { HeldAudio } from './held-audio.ts';

/** Samples as bytes, so that each can be told apart. */
const pcm = (...samples: number[]): Uint8Array => new Uint8Array(Int16Array.from(samples).buffer);
const samplesOf = (bytes: Uint8Array): number[] => [...new Int16Array(bytes.buffer)];

test('sound is found by sample index across the pieces it came in', () => {
  const audio = new HeldAudio();
  audio.append(0, pcm(1, 2, 3));
  audio.append(3, pcm(4, 5, 6));
  expect(samplesOf(audio.read(1, 5, 5))).toEqual([2, 3, 4, 5]);
  expect(audio.endSample).toBe(6);
});

test('padding is silence after the sound', () => {
  const audio = new HeldAudio();
  audio.append(0, pcm(1, 2, 3));
  expect(samplesOf(audio.read(1, 3, 5))).toEqual([2, 3, 0, 0]);
});

test('what is forgotten is let go of piece by piece, and the rest stays in its place', () => {
  const audio = new HeldAudio();
  audio.append(0, pcm(1, 2));
  audio.append(2, pcm(3, 4));
  audio.forgetBefore(3);
  expect(samplesOf(audio.read(2, 4, 4))).toEqual([3, 4]);
  audio.forgetBefore(4);
  expect(samplesOf(audio.read(2, 4, 4))).toEqual([0, 0]);
});
