import { describe, expect, test } from 'vitest';
import type { RecordingRetention } from '#shared/setting-values.ts';
import type { Recording } from '../database/records.ts';
import { mayGo } from './retention.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const startedAtMs = Date.UTC(2026, 9, 1);

/** Ten seconds, all of them settled. */
const settled: Recording = {
  id: 1,
  path: 'a.wav',
  startedAtMs,
  startSample: 0,
  settledToSample: 160_000,
  endSample: 160_000,
  isKept: false,
  isOfThisRun: true,
};

const goes = (
  recording: Recording,
  retention: RecordingRetention,
  { ageMs = dayMs, files = new Map([['a.wav', 160_320]]) } = {},
): boolean => mayGo(recording, files, retention, startedAtMs + ageMs);

const kinds: RecordingRetention[] = ['until-stored', 'week', 'forever'];

test('a recording whose text is stored goes at once, after a week, or never', () => {
  expect(kinds.map((retention) => goes(settled, retention))).toEqual([true, false, false]);
  const ageMs = 7 * dayMs;
  expect(kinds.map((retention) => goes(settled, retention, { ageMs }))).toEqual([
    true,
    true,
    false,
  ]);
  expect(goes(settled, 'week', { ageMs: ageMs - 1 })).toBe(false);
});

test('a clock that was set back deletes nothing early', () => {
  expect(goes(settled, 'week', { ageMs: -dayMs })).toBe(false);
});

describe.each(kinds)('a recording that no setting (%s) deletes', (retention) => {
  const ageMs = 1_000 * dayMs;

  test.each<[string, Partial<Recording>]>([
    ['sound without text', { settledToSample: 150_000 }],
    ['sound without text that a crash has left', { settledToSample: 150_000, endSample: null }],
    ['what is being written', { endSample: null }],
    ['what the person keeps', { isKept: true }],
  ])('%s', (what, changes) => {
    const isOfThisRun = !what.includes('crash');
    expect(goes({ ...settled, ...changes, isOfThisRun }, retention, { ageMs })).toBe(false);
  });
});

test('a recording that a crash ended goes once all of its sound is settled', () => {
  const cut = { ...settled, endSample: null, isOfThisRun: false };
  expect(goes(cut, 'until-stored')).toBe(true);
  expect(goes({ ...cut, settledToSample: 100_000 }, 'until-stored')).toBe(false);
});

test('a recording without a file is removed, unless the file is still to come', () => {
  const files = new Map<string, number>();
  const unsettled = { ...settled, settledToSample: 0, isOfThisRun: false };
  expect(goes(unsettled, 'forever', { files })).toBe(true);
  expect(goes({ ...settled, endSample: null }, 'until-stored', { files })).toBe(false);
});
