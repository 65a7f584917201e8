import { expect, test } from 'vitest';
import { LostSound } from './lost-sound.ts';

const chunkMs = 20;

/**
 * Hears chunks of 20 ms.
 *
 * @param arrivalsMs when each comes out of the device
 * @returns all that was found to be lost, in samples
 */
function lostAmong(arrivalsMs: number[]): number[] {
  const lost = new LostSound();
  return arrivalsMs.map((atMs) => lost.hear(chunkMs * 16, atMs)).filter((samples) => samples > 0);
}

const punctual = (seconds: number): number[] =>
  Array.from({ length: seconds * 50 }, (_, index) => 5_000 + index * chunkMs);

test('a device that is punctual loses nothing', () => {
  expect(lostAmong(punctual(10))).toEqual([]);
});

test('what is missing is found once, and its length told', () => {
  const arrivals = punctual(10);
  arrivals.splice(150, 40);
  expect(lostAmong(arrivals)).toEqual([40 * chunkMs * 16]);
});

test('each of two losses is found', () => {
  const arrivals = punctual(20);
  arrivals.splice(600, 25);
  arrivals.splice(150, 40);
  expect(lostAmong(arrivals)).toEqual([40 * chunkMs * 16, 25 * chunkMs * 16]);
});

test('chunks that come late, all at once, are not lost', () => {
  const busyUntilMs = 5_000 + 3_900;
  const arrivals = punctual(10).map((atMs) =>
    atMs > 5_000 + 3_000 ? Math.max(atMs, busyUntilMs) : atMs,
  );
  expect(lostAmong(arrivals)).toEqual([]);
});

test('nor are those that always come in bursts', () => {
  expect(lostAmong(punctual(10).map((atMs) => Math.ceil(atMs / 200) * 200))).toEqual([]);
});

test('what was held back before the first chunk and comes at once is not lost', () => {
  expect(lostAmong(punctual(10).map((atMs) => Math.max(atMs, 6_200)))).toEqual([]);
});

test.each([0.9998, 1.0002])('a clock that goes %f times as fast loses nothing in hours', (rate) => {
  expect(lostAmong(punctual(3 * 3_600).map((atMs) => atMs * rate))).toEqual([]);
});
