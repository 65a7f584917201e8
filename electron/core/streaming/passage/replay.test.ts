import { expect, test } from 'vitest';
import { tuning } from '../../tuning.ts';
import type { Stretch, Voice } from '../../voice/voice.ts';
import { planReplay } from './replay.ts';
import { nothingSpoken, type Spoken, type SpokenTurn } from './spoken.ts';

const samples = (ms: number): number => ms * 16;

/** Voice in stretches, each `[fromMs, toMs]`. */
const voice = (...stretches: [number, number][]): Voice => ({
  noiseLevel: 0.001,
  stretches: stretches.map(([fromMs, toMs]) => stretch(fromMs, toMs)),
});
const stretch = (fromMs: number, toMs: number): Stretch => ({
  startSample: samples(fromMs),
  endSample: samples(toMs),
});

/** Final words, each `[text, endMs]`, and what is known beside them. */
const final = (words: [string, number][], more: Partial<Spoken> = {}): Spoken => ({
  ...nothingSpoken(0),
  finalTo: samples(words.at(-1)?.[1] ?? 0),
  finalWords: words.map(([text, endMs]) => ({ text, ...stretch(endMs - 200, endMs) })),
  ...more,
});

const plan = (of: Voice, spoken: Spoken, toMs: number, fromMs = 0) => {
  const { startSample, overlap } = planReplay(of, spoken, stretch(fromMs, toMs));
  return { fromMs: startSample / 16, again: overlap.map(({ text }) => text) };
};

test('before any final, all is sent from a second before the first voice on', () => {
  expect(plan(voice([5_000, 6_000]), nothingSpoken(0), 7_000)).toEqual({
    fromMs: 4_000,
    again: [],
  });
  expect(plan(voice([500, 900]), nothingSpoken(0), 7_000)).toEqual({ fromMs: 0, again: [] });
});

test('voice before the passage is not its own', () => {
  expect(plan(voice([500, 900], [5_000, 6_000]), nothingSpoken(0), 7_000, 2_000)).toEqual({
    fromMs: 4_000,
    again: [],
  });
});

test('what is silent needs no more than its last second', () => {
  expect(plan(voice(), nothingSpoken(0), 10_000)).toEqual({ fromMs: 9_000, again: [] });
});

test('after a turn that ended by itself, nothing of it is heard again', () => {
  const spoken = final([['one', 1_000]]);
  expect(plan(voice([500, 1_000], [1_900, 2_500]), spoken, 3_000)).toEqual({
    fromMs: 1_060,
    again: [],
  });
  expect(plan(voice([500, 1_060], [1_900, 2_500]), spoken, 3_000).again).toEqual([]);
});

test('the end of a final may be told late', () => {
  const spoken = final([['one', 1_240]]);
  expect(plan(voice([500, 1_000], [1_900, 2_500]), spoken, 3_000)).toEqual({
    fromMs: 1_060,
    again: [],
  });
});

test('where speech went on behind a final, its words are heard again from the pause before it', () => {
  const spoken = final([
    ['zero', 1_000],
    ['one', 2_500],
    ['two', 3_000],
  ]);
  expect(plan(voice([500, 1_000], [2_000, 4_000]), spoken, 4_000)).toEqual({
    fromMs: 1_060,
    again: ['one', 'two'],
  });
});

test('a word that is told to end late, but ended before the pause, is not heard again', () => {
  const spoken = final([
    ['zero', 1_240],
    ['one', 2_500],
  ]);
  expect(plan(voice([500, 1_000], [2_000, 4_000]), spoken, 4_000)).toEqual({
    fromMs: 1_060,
    again: ['one'],
  });
});

test('voice that only begins where the final ends is not a part of it, however short', () => {
  const spoken = final([['one', 1_000]]);
  expect(plan(voice([200, 700], [1_000, 1_060]), spoken, 1_500)).toEqual({
    fromMs: 760,
    again: ['one'],
  });
});

test('a final that reaches beyond all voice leaves the pause behind the voice to begin in', () => {
  const spoken = final([['one', 1_400]]);
  expect(plan(voice([500, 1_000]), spoken, 1_500)).toEqual({ fromMs: 1_060, again: ['one'] });
});

test('after a final that was forced, its words are heard again', () => {
  const words: [string, number][] = [['one', 1_000]];
  const spoken = final(words, { forcedAt: samples(1_100) });
  expect(plan(voice([500, 1_000]), spoken, 1_300)).toEqual({ fromMs: 0, again: ['one'] });
  expect(plan(voice([500, 1_000]), final(words), 1_300).again).toEqual([]);
});

test('a partial is sent again from a second before its first word on', () => {
  const open: SpokenTurn = {
    ...{ id: 0, text: 'uh', isFinal: false, words: [], language: null },
    ...stretch(4_000, 4_300),
  };
  expect(plan(voice([9_000, 9_500]), { ...nothingSpoken(0), open: [open] }, 10_000)).toEqual({
    fromMs: 3_000,
    again: [],
  });
});

test('no more is sent than the service takes in one go', () => {
  const toMs = 400_000;
  expect(plan(voice([1_000, toMs]), nothingSpoken(0), toMs).fromMs).toBe(toMs - tuning.heldMs);
});

test('a replay begins no later than the sound there is', () => {
  const spoken = final([['one', 1_000]]);
  expect(plan(voice([500, 1_000]), spoken, 1_020)).toEqual({ fromMs: 1_020, again: [] });
});
