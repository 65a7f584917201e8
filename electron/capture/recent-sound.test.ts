import { expect, test } from 'vitest';
import { RecentSound } from './recent-sound.ts';

const chunk = (...samples: number[]): Buffer => Buffer.from(Int16Array.from(samples).buffer);
const samplesOf = ({ pcm }: { pcm: Buffer }): number[] => [
  ...new Int16Array(Uint8Array.from(pcm).buffer),
];

test('returns recent sound from a given sample on', () => {
  const recent = new RecentSound();
  recent.restart(100);
  recent.append(chunk(0, 1, 2));
  recent.append(chunk(3, 4));
  expect(recent.endSample).toBe(105);
  expect(samplesOf(recent.from(102))).toEqual([2, 3, 4]);
  expect(recent.from(102).startSample).toBe(102);
});

test('returns the first sample that it still has', () => {
  const recent = new RecentSound();
  recent.restart(100);
  recent.append(chunk(0, 1));
  expect(recent.from(90)).toMatchObject({ startSample: 100, pcm: { byteLength: 4 } });
  expect(recent.from(102)).toMatchObject({ startSample: 102, pcm: { byteLength: 0 } });
  recent.restart(200);
  expect(recent.from(100)).toMatchObject({ startSample: 200, pcm: { byteLength: 0 } });
});

test('keeps no more than two seconds', () => {
  const recent = new RecentSound();
  for (let second = 0; second < 60; second++) recent.append(Buffer.alloc(2 * 16_000));
  expect(recent.from(0)).toMatchObject({ startSample: 58 * 16_000 });
});
