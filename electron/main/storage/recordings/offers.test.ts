import { expect, test } from 'vitest';
import type { UnfinishedRow } from '../database/records.ts';
import { offersOf } from './offers.ts';

const unfinished = (changes: Partial<UnfinishedRow>): UnfinishedRow => ({
  id: 1,
  path: 'a.wav',
  startedAtMs: 0,
  startSample: 160_000,
  settledToSample: 160_000,
  endSample: null,
  isKept: false,
  isOfThisRun: false,
  turns: [],
  ...changes,
});

const offered = (changes: Partial<UnfinishedRow>, fileSamples = 160_000) =>
  offersOf([unfinished(changes)], new Map([['a.wav', fileSamples]])).map(({ sound, seconds }) => ({
    ...sound,
    seconds,
  }));

test('a recording that a crash ended is offered to the end of its file', () => {
  expect(offered({})).toEqual([{ startSample: 160_000, endSample: 320_000, seconds: 10 }]);
});

test('settled sound is not offered again', () => {
  expect(offered({ settledToSample: 280_000 })).toEqual([
    { startSample: 280_000, endSample: 320_000, seconds: 2.5 },
  ]);
  expect(offered({ settledToSample: 320_000 })).toEqual([]);
});

test('sound after the end of the recording is not offered', () => {
  expect(offered({ endSample: 240_000 })).toMatchObject([{ endSample: 240_000, seconds: 5 }]);
});

test('sound that never reached the disk is not offered', () => {
  expect(offered({ endSample: 320_000 }, 80_000)).toMatchObject([{ seconds: 5 }]);
  expect(offered({ settledToSample: 250_000, endSample: 320_000 }, 80_000)).toEqual([]);
});

test('less than a syllable is not offered', () => {
  expect(offered({ settledToSample: 320_000 - 3_200 })).toMatchObject([{ seconds: 0.2 }]);
  expect(offered({ settledToSample: 320_000 - 3_199 })).toEqual([]);
});

test('a missing file is not offered, and the others are, in order', () => {
  const recordings = ['a.wav', 'gone.wav', 'c.wav'].map((path) => unfinished({ path }));
  const files = new Map([
    ['c.wav', 16_000],
    ['a.wav', 32_000],
  ]);
  const offers = offersOf(recordings, files);
  expect(offers.map(({ recording, seconds }) => [recording.path, seconds])).toEqual([
    ['a.wav', 2],
    ['c.wav', 1],
  ]);
});
