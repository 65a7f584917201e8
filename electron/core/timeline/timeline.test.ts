import { expect, test } from 'vitest';
import {
  emptyTimeline,
  extendTimeline,
  firstSampleOf,
  lastSampleOf,
  nextSent,
  sampleAt,
  unbrokenFrom,
} from './timeline.ts';

/** A timeline of frames, each `[startSample, endSample, padToSample]`. */
const sent = (...frames: [number, number, number][]) =>
  frames.reduce(
    (timeline, [startSample, endSample, padToSample]) =>
      extendTimeline(timeline, { startSample, endSample, padToSample }),
    emptyTimeline,
  );

test('the time of a session begins with its first sample', () => {
  const timeline = sent([48_000, 48_800, 48_800], [48_800, 49_600, 49_600]);
  expect(sampleAt(timeline, 0)).toBe(48_000);
  expect(sampleAt(timeline, 75)).toBe(49_200);
  expect(timeline.pieces).toHaveLength(1);
});

test('padding counts as session time and not as samples', () => {
  const timeline = sent([0, 100, 800], [100, 900, 900]);
  expect(sampleAt(timeline, 25)).toBe(100);
  expect(sampleAt(timeline, 50)).toBe(100);
  expect(sampleAt(timeline, 60)).toBe(260);
});

test('sound that was not sent is not counted as session time', () => {
  const timeline = sent([0, 800, 800], [80_000, 80_800, 80_800]);
  expect(sampleAt(timeline, 49)).toBe(784);
  expect(sampleAt(timeline, 50)).toBe(80_000);
});

test('times outside of the sent sound give its first or last sample', () => {
  const timeline = sent([1_600, 2_400, 2_400]);
  expect(sampleAt(timeline, -10)).toBe(1_600);
  expect(sampleAt(timeline, 10_000)).toBe(2_400);
  expect(sampleAt(emptyTimeline, 10)).toBe(0);
});

test('sound is unbroken from the last gap on, and padding is no gap', () => {
  const timeline = sent([0, 100, 800], [100, 900, 900], [80_000, 80_800, 80_800]);
  expect(unbrokenFrom(timeline, 900)).toBe(0);
  expect(unbrokenFrom(timeline, 80_000)).toBe(0);
  expect(unbrokenFrom(timeline, 80_001)).toBe(80_000);
  expect(unbrokenFrom(emptyTimeline, 10)).toBe(0);
});

test('after sound that was not sent, the next that was sent is found', () => {
  const timeline = sent([0, 800, 800], [80_000, 80_800, 80_800]);
  expect(nextSent(timeline, 799)).toBe(799);
  expect(nextSent(timeline, 800)).toBe(80_000);
  expect(nextSent(timeline, 80_800)).toBe(80_800);
});

test('the ends of the sent sound are its first sample and the one after its last', () => {
  const timeline = sent([1_600, 2_400, 2_400], [8_000, 8_800, 8_800], [80_000, 80_100, 80_800]);
  expect(firstSampleOf(timeline)).toBe(1_600);
  expect(lastSampleOf(timeline)).toBe(80_100);
});

test('a session that was sent nothing begins and ends with the first sample', () => {
  expect(firstSampleOf(emptyTimeline)).toBe(0);
  expect(lastSampleOf(emptyTimeline)).toBe(0);
});
