import { expect, test } from 'vitest';
import { LostSound } from './lost-sound.ts';

const chunkMs = 20;

/**
 * Hears chunks of 20 ms.
 *
 * @param arrivalsMs when the device delivers each chunk
 * @returns the length of each loss that was found, in samples
 */
function lostAmong(arrivalsMs: number[]): number[] {
  const lost = new LostSound();
  return arrivalsMs.map((atMs) => lost.hear(chunkMs * 16, atMs)).filter((samples) => samples > 0);
}

const punctual = (seconds: number): number[] =>
  Array.from({ length: seconds * 50 }, (_, index) => 5_000 + index * chunkMs);

test('a punctual device loses nothing', () => {
  expect(lostAmong(punctual(10))).toEqual([]);
});

test('a loss is found once, with its length', () => {
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

test('late chunks that arrive together are not lost', () => {
  const busyUntilMs = 5_000 + 3_900;
  const arrivals = punctual(10).map((atMs) =>
    atMs > 5_000 + 3_000 ? Math.max(atMs, busyUntilMs) : atMs,
  );
  expect(lostAmong(arrivals)).toEqual([]);
});

test('chunks that always arrive in bursts are not lost', () => {
  expect(lostAmong(punctual(10).map((atMs) => Math.ceil(atMs / 200) * 200))).toEqual([]);
});

test('sound that was delayed before the first chunk is not lost', () => {
  expect(lostAmong(punctual(10).map((atMs) => Math.max(atMs, 6_200)))).toEqual([]);
});

test.each([0.9998, 1.0002])('a clock that runs %f times as fast loses nothing in hours', (rate) => {
  expect(lostAmong(punctual(3 * 3_600).map((atMs) => atMs * rate))).toEqual([]);
});
