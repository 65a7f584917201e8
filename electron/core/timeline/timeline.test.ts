import { expect, test } from 'vitest';
import { emptyTimeline, extendTimeline, sampleAt } from './timeline.ts';

/** A timeline of frames, each `[startSample, endSample, padToSample]`. */
const sent = (...frames: [number, number, number][]) =>
  frames.reduce(
    (timeline, [startSample, endSample, padToSample]) =>
      extendTimeline(timeline, { startSample, endSample, padToSample }),
    emptyTimeline,
  );

test('a session that begins later than listening counts its time from there', () => {
  const timeline = sent([48_000, 48_800, 48_800], [48_800, 49_600, 49_600]);
  expect(sampleAt(timeline, 0)).toBe(48_000);
  expect(sampleAt(timeline, 75)).toBe(49_200);
  expect(timeline.pieces).toHaveLength(1);
});

test('silence that filled a frame is time of the session and no sample', () => {
  const timeline = sent([0, 100, 800], [100, 900, 900]);
  expect(sampleAt(timeline, 25)).toBe(100);
  expect(sampleAt(timeline, 50)).toBe(100);
  expect(sampleAt(timeline, 60)).toBe(260);
});

test('what was not sent in between is no time of the session', () => {
  const timeline = sent([0, 800, 800], [80_000, 80_800, 80_800]);
  expect(sampleAt(timeline, 49)).toBe(784);
  expect(sampleAt(timeline, 50)).toBe(80_000);
});

test('times before and behind what was sent come to its edges', () => {
  const timeline = sent([1_600, 2_400, 2_400]);
  expect(sampleAt(timeline, -10)).toBe(1_600);
  expect(sampleAt(timeline, 10_000)).toBe(2_400);
  expect(sampleAt(emptyTimeline, 10)).toBe(0);
});
