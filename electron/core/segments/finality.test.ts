import { describe, expect, test } from 'vitest';
import type { Stretch, Voice } from '../voice/voice.ts';
import type { Segment } from './segment.ts';
import { coverageOf, hasNothingPending, unfinalOf } from './finality.ts';
import type { Spoken, SpokenTurn } from './spoken.ts';
import { beginSegment } from './step.ts';

const samples = (ms: number): number => ms * 16;
const stretch = (fromMs: number, toMs: number): Stretch => ({
  startSample: samples(fromMs),
  endSample: samples(toMs),
});
const around = (...stretches: [number, number][]) => {
  const voice: Voice = {
    noiseLevel: 0.001,
    stretches: stretches.map(([fromMs, toMs]) => stretch(fromMs, toMs)),
  };
  return { voice, maxAttempts: 1, warmMs: 0, isLiveElsewhere: false };
};

/** A segment that begins at 1 s and has nine seconds of sound. */
const segment = (spoken: Partial<Spoken> = {}): Segment => {
  const [begun] = beginSegment(0, samples(1_000));
  return { ...begun, heardTo: samples(10_000), spoken: { ...begun.spoken, ...spoken } };
};
const partial: SpokenTurn = {
  ...{ id: 0, text: 'uh', isFinal: false, words: [], language: null },
  ...{ ...stretch(2_000, 2_300), heardIn: stretch(1_000, 2_300) },
};
/** A word with this reported end; it really ended up to 1.35 s earlier. */
const word = (endMs: number) => ({ text: 'uh', ...stretch(endMs - 300, endMs) });
/** The last word of a final, which began 300 ms before its reported end or later. */
const newest = (endMs: number): Partial<Spoken> => ({ newest: word(endMs) });

test('silence is likely without words, and without a final any voice may be a word', () => {
  expect(coverageOf(segment(), around())).toBe('likely');
  expect(coverageOf(segment(), around([100, 900]))).toBe('likely');
  expect(coverageOf(segment(), around([1_100, 1_120]))).toBe('open');
});

test('after a final, voice as short as a breath or a key click is likely no word', () => {
  const said = segment(newest(3_000));
  expect(coverageOf(said, around([2_000, 3_060]))).toBe('sure');
  expect(coverageOf(said, around([2_000, 3_080]))).toBe('likely');
  expect(coverageOf(said, around([2_000, 3_500]))).toBe('likely');
  expect(coverageOf(said, around([2_000, 3_520]))).toBe('open');
});

test('after a final, clicks are likely no word, however far away, and longer sounds may be', () => {
  const said = segment(newest(3_000));
  const click: [number, number] = [4_000, 4_075];
  expect(coverageOf(said, around([2_000, 3_000], click, [6_000, 6_050]))).toBe('likely');
  expect(coverageOf(said, around([2_000, 3_000], click, [6_000, 6_080]))).toBe('open');
  expect(coverageOf(said, around([2_000, 3_000], [3_900, 4_000], [6_000, 6_050]))).toBe('open');
  // Speech after the range belongs to another dictation.
  const voice = around([2_000, 3_000], click, [6_000, 7_000]);
  expect(coverageOf(said, voice, stretch(1_000, 6_000))).toBe('likely');
});

test('a final that may have ended in either of two pauses likely covers both', () => {
  const said = segment({ newest: { text: 'uh', ...stretch(2_000, 3_600) } });
  expect(coverageOf(said, around([1_500, 2_300], [2_700, 3_000]))).toBe('likely');
  expect(coverageOf(said, around([1_500, 2_200], [3_300, 3_500]))).toBe('likely');
  // The reported end is too late for a word that ended before the first pause.
  expect(coverageOf(said, around([1_500, 1_900], [2_700, 3_000]))).toBe('sure');
});

test('a final that may have ended in a pause just before its first possible end likely covers all', () => {
  // Its word ended at 2,250 ms or later, and voice and words differ by 60 ms.
  const said = segment({ newest: { text: 'uh', ...stretch(2_000, 3_600) } });
  expect(coverageOf(said, around([1_500, 2_190], [2_700, 3_000]))).toBe('likely');
  expect(coverageOf(said, around([1_500, 2_189], [2_700, 3_000]))).toBe('sure');
});

describe('while the final that was asked for is missing', () => {
  const said = segment(newest(3_000));
  const asked = { ...said, isAsked: true };
  const voice = around([2_000, 3_000]);

  test('a word may follow a pause that is too short to find', () => {
    expect(coverageOf(asked, voice, stretch(1_000, 3_299))).toBe('likely');
    expect(coverageOf(said, voice, stretch(1_000, 3_299))).toBe('sure');
  });

  test('no word follows in a pause', () => {
    expect(coverageOf(asked, voice, stretch(1_000, 3_300))).toBe('sure');
  });
});

describe('a ForceEndpoint', () => {
  const forced = (atMs: number | null) =>
    segment({ ...newest(3_000), forcedAt: atMs === null ? null : samples(atMs) });
  /** A final of a word that ended at 2.7 s or later, and voice after a pause. */
  const goesOn = (toMs: number) => around([2_000, 2_650], [2_960, toMs]);

  test('may have ended the last final in speech, so the final covers the voice before it', () => {
    expect(coverageOf(forced(2_900), goesOn(3_400))).toBe('likely');
    expect(coverageOf(forced(2_900), goesOn(3_420))).toBe('open');
    expect(coverageOf(forced(null), goesOn(3_400))).toBe('open');
  });

  test('long before the last final did not end it, so the final covers all voice', () => {
    expect(coverageOf(forced(1_600), around([1_100, 3_000]))).toBe('sure');
    expect(coverageOf(forced(1_700), around([1_100, 3_000]))).toBe('likely');
  });

  test.each([3_520, 3_600])('after the voice, at %i ms, ended no final in speech', (atMs) => {
    expect(coverageOf(forced(atMs), around([2_000, 3_520]))).toBe('open');
  });
});

test('a final from before the segment resumed covers nothing of it', () => {
  for (const finalMs of [900, 1_000]) {
    const goneOn = segment(newest(finalMs));
    expect(coverageOf(goneOn, around([1_100, 1_120]))).toBe('open');
  }
});

test('a partial is pending, however far the finals reach', () => {
  const open = segment({ ...newest(3_000), open: [partial] });
  expect(coverageOf(open, around([2_000, 3_000]))).toBe('pending');
});

test('a partial of speech after a range is not pending for it', () => {
  const next = { ...partial, words: [word(3_900)], heardIn: stretch(1_000, 3_950) };
  const said = segment({ ...newest(3_000), open: [next] });
  const voice = around([2_000, 3_000], [3_600, 3_900]);
  expect(coverageOf(said, voice, stretch(1_000, 3_500))).toBe('sure');
  expect(coverageOf(said, voice, stretch(1_000, 4_000))).toBe('pending');
});

test('voice that may be a word, even a breath, counts as pending', () => {
  const said = segment(newest(3_000));
  expect(hasNothingPending(said, around([2_000, 3_000]))).toBe(true);
  expect(hasNothingPending(said, around([2_000, 3_100]))).toBe(false);
  expect(hasNothingPending(segment(), around())).toBe(true);
  expect(hasNothingPending(segment({ open: [partial] }), around())).toBe(false);
});

test('the stretch without text begins where a session would, and ends with the newest sample', () => {
  expect(unfinalOf(segment(), around([5_000, 6_000]))).toEqual(stretch(4_000, 10_000));
  expect(unfinalOf(segment(), around([1_200, 1_900]))).toEqual(stretch(1_000, 10_000));
});
