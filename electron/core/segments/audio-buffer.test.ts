import { expect, test } from 'vitest';
import { AudioBuffer } from './audio-buffer.ts';

/** Samples as bytes, each with its own value. */
const pcm = (...samples: number[]): Uint8Array => new Uint8Array(Int16Array.from(samples).buffer);
const samplesOf = (bytes: Uint8Array): number[] => [...new Int16Array(bytes.buffer)];

test('sound is read by sample index, across pieces', () => {
  const audio = new AudioBuffer();
  audio.append(0, pcm(1, 2, 3));
  audio.append(3, pcm(4, 5, 6));
  expect(samplesOf(audio.read(1, 5, 5))).toEqual([2, 3, 4, 5]);
  expect(audio.endSample).toBe(6);
});

test('padding is silence after the sound', () => {
  const audio = new AudioBuffer();
  audio.append(0, pcm(1, 2, 3));
  expect(samplesOf(audio.read(1, 3, 5))).toEqual([2, 3, 0, 0]);
});

test('forgetting drops whole pieces, and the rest keeps its indexes', () => {
  const audio = new AudioBuffer();
  audio.append(0, pcm(1, 2));
  audio.append(2, pcm(3, 4));
  audio.forgetBefore(3);
  expect(samplesOf(audio.read(2, 4, 4))).toEqual([3, 4]);
  audio.forgetBefore(4);
  expect(samplesOf(audio.read(2, 4, 4))).toEqual([0, 0]);
});

test('the end is that of the newest piece', () => {
  const audio = new AudioBuffer();
  expect(audio.endSample).toBe(0);
  audio.append(10, pcm(1, 2));
  expect(audio.endSample).toBe(12);
  audio.append(12, pcm(3));
  audio.append(13, pcm(4));
  expect(audio.endSample).toBe(14);
});

test('a read stops at its end sample, however much is held', () => {
  const audio = new AudioBuffer();
  for (let sample = 0; sample < 20; sample += 2) audio.append(sample, pcm(sample, sample + 1));
  for (let from = 0; from < 20; from++)
    expect(samplesOf(audio.read(from, from + 1, from + 4))).toEqual([from, 0, 0, 0]);
  expect(samplesOf(audio.read(30, 31, 31))).toEqual([0]);
});
