import { expect, test } from 'vitest';
import type { Stretch, Voice } from '../../voice/voice.ts';
import type { Passage } from './passage.ts';
import { coverageOf, owesNothing, unfinalOf } from './prospects.ts';
import type { Spoken, SpokenTurn } from './spoken.ts';
import { beginPassage } from './step.ts';

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

/** A passage from a second on that was heard for nine. */
const passage = (spoken: Partial<Spoken> = {}): Passage => {
  const [begun] = beginPassage(0, samples(1_000));
  return { ...begun, heardTo: samples(10_000), spoken: { ...begun.spoken, ...spoken } };
};
const partial: SpokenTurn = {
  ...{ id: 0, text: 'uh', isFinal: false, words: [], language: null },
  ...{ ...stretch(2_000, 2_300), heardIn: stretch(1_000, 2_300) },
};
/** A word that is reported to end then: it ended between 1.35 s and nothing before that. */
const word = (endMs: number) => ({ text: 'uh', ...stretch(endMs - 300, endMs) });
/** The last word of a final, which began no earlier than 300 ms before its reported end. */
const newest = (endMs: number): Partial<Spoken> => ({ newest: word(endMs) });

test('silence is likely no word, and without a final any voice may be one', () => {
  expect(coverageOf(passage(), around())).toBe('likely');
  expect(coverageOf(passage(), around([100, 900]))).toBe('likely');
  expect(coverageOf(passage(), around([1_100, 1_120]))).toBe('open');
});

test('behind a final, so little voice as a breath or the key makes is likely no word', () => {
  const said = passage(newest(3_000));
  expect(coverageOf(said, around([2_000, 3_060]))).toBe('sure');
  expect(coverageOf(said, around([2_000, 3_080]))).toBe('likely');
  expect(coverageOf(said, around([2_000, 3_500]))).toBe('likely');
  expect(coverageOf(said, around([2_000, 3_520]))).toBe('open');
});

test('behind a final, clicks are likely no word, however far away, and longer sounds may be', () => {
  const said = passage(newest(3_000));
  const click: [number, number] = [4_000, 4_075];
  expect(coverageOf(said, around([2_000, 3_000], click, [6_000, 6_050]))).toBe('likely');
  expect(coverageOf(said, around([2_000, 3_000], click, [6_000, 6_080]))).toBe('open');
  expect(coverageOf(said, around([2_000, 3_000], [3_900, 4_000], [6_000, 6_050]))).toBe('open');
  // What is said behind the range is another's.
  const voice = around([2_000, 3_000], click, [6_000, 7_000]);
  expect(coverageOf(said, voice, stretch(1_000, 6_000))).toBe('likely');
});

test('a final that may have ended in either of two pauses likely, but not surely, covers both', () => {
  const said = passage({ newest: { text: 'uh', ...stretch(2_000, 3_600) } });
  expect(coverageOf(said, around([1_500, 2_300], [2_700, 3_000]))).toBe('likely');
  expect(coverageOf(said, around([1_500, 2_200], [3_300, 3_500]))).toBe('likely');
  // The word was reported too late to have ended before the first of them.
  expect(coverageOf(said, around([1_500, 1_900], [2_700, 3_000]))).toBe('sure');
});

test('a final of what was said before the passage went on covers nothing of it', () => {
  for (const finalMs of [900, 1_000]) {
    const goneOn = passage(newest(finalMs));
    expect(coverageOf(goneOn, around([1_100, 1_120]))).toBe('open');
  }
});

test('a partial owes its final, however far the finals reach', () => {
  const open = passage({ ...newest(3_000), open: [partial] });
  expect(coverageOf(open, around([2_000, 3_000]))).toBe('owed');
});

test('a partial of what is said behind a range owes it nothing', () => {
  const next = { ...partial, words: [word(3_900)], heardIn: stretch(1_000, 3_950) };
  const said = passage({ ...newest(3_000), open: [next] });
  const voice = around([2_000, 3_000], [3_600, 3_900]);
  expect(coverageOf(said, voice, stretch(1_000, 3_500))).toBe('sure');
  expect(coverageOf(said, voice, stretch(1_000, 4_000))).toBe('owed');
});

test('what may still be owed, be it a breath, is not nothing', () => {
  const said = passage(newest(3_000));
  expect(owesNothing(said, around([2_000, 3_000]))).toBe(true);
  expect(owesNothing(said, around([2_000, 3_100]))).toBe(false);
  expect(owesNothing(passage(), around())).toBe(true);
});

test('what has no text reaches from where a session would begin to the end of what was heard', () => {
  expect(unfinalOf(passage(), around([5_000, 6_000]))).toEqual(stretch(4_000, 10_000));
  expect(unfinalOf(passage(), around([1_200, 1_900]))).toEqual(stretch(1_000, 10_000));
});
