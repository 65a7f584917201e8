import { expect, test } from 'vitest';
import { compareSound } from './compare-sound.ts';
import { joined, recording } from './recording.ts';

const { pcm } = recording;
const frame = 800;
const cut = 80_000;

test('the same sound, later and softer, is the same', () => {
  const received = joined(
    new Int16Array(5_000),
    pcm.map((sample) => Math.round(sample / 3)),
  );
  const { correlation, lagSamples, shiftSamples } = compareSound(pcm, received);
  expect(correlation).toBeGreaterThan(0.999);
  expect(lagSamples).toBe(5_000);
  expect(shiftSamples).toBe(0);
});

test('one lost frame shows, even between words', () => {
  const received = joined(pcm.slice(0, cut), pcm.slice(cut + frame));
  expect(compareSound(pcm, received).shiftSamples).toBe(frame);
});

test('one repeated frame shows', () => {
  const received = joined(pcm.slice(0, cut), pcm.slice(cut - frame));
  expect(compareSound(pcm, received).shiftSamples).toBe(frame);
});

test('another sound is another', () => {
  expect(compareSound(pcm, pcm.toReversed()).correlation).toBeLessThan(0.3);
});
