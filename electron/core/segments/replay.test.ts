import { describe, expect, test } from 'vitest';
import { tuning } from '../tuning.ts';
import type { Stretch, Voice } from '../voice/voice.ts';
import { advanceAnchor } from './anchor.ts';
import { planReplay } from './replay.ts';
import type { SpokenWord } from './spoken-word.ts';
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

/** Words by their real ends; their reported ends are late by the usual amount. */
const saidAt = (words: [string, number][], lateMs = 240): SpokenWord[] =>
  words.map(([text, endMs]) => ({ text, ...stretch(endMs - 200, endMs + lateMs) }));

/** The state after these words became final. */
const final = (
  of: Voice,
  words: SpokenWord[],
  toMs: number,
  more: Partial<Spoken> = {},
): Spoken => ({
  ...nothingSpoken(0),
  newest: words.at(-1) ?? null,
  anchor: advanceAnchor({ pauseFrom: null, words }, of, samples(toMs)),
  ...more,
});

const plan = (of: Voice, spoken: Spoken, toMs: number, fromMs = 0) => {
  const { startSample, overlap } = planReplay(of, spoken, stretch(fromMs, toMs));
  return { fromMs: startSample / 16, again: overlap.map(({ text }) => text) };
};

const planAfter = (of: Voice, words: SpokenWord[], toMs: number) =>
  plan(of, final(of, words, toMs), toMs);

test('before any final, all sound from a second before the first voice on is sent', () => {
  expect(plan(voice([5_000, 6_000]), nothingSpoken(0), 7_000)).toEqual({
    fromMs: 4_000,
    again: [],
  });
  expect(plan(voice([500, 900]), nothingSpoken(0), 7_000)).toEqual({ fromMs: 0, again: [] });
});

test('voice before the segment does not count', () => {
  expect(plan(voice([500, 900], [5_000, 6_000]), nothingSpoken(0), 7_000, 2_000)).toEqual({
    fromMs: 4_000,
    again: [],
  });
});

test('of silence only the last second is sent', () => {
  expect(plan(voice(), nothingSpoken(0), 10_000)).toEqual({ fromMs: 9_000, again: [] });
});

test('the last words are sent again: they may end up to 1.35 s before their reported end', () => {
  const of = voice([500, 1_000], [3_000, 3_500]);
  const words = saidAt([
    ['one', 1_000],
    ['two', 3_500],
  ]);
  expect(planAfter(of, words, 5_000)).toEqual({ fromMs: 2_000, again: ['two'] });
});

test('nothing is sent again from before a pause that no known word can touch', () => {
  const of = voice([500, 1_000], [1_700, 4_000], [4_700, 5_200]);
  const words = saidAt([
    ['one', 1_000],
    ['two', 3_300],
    ['three', 4_000],
  ]);
  expect(planAfter(of, words, 5_200)).toEqual({ fromMs: 1_060, again: ['two', 'three'] });
});

test('no replay begins in a pause if a word may be on either side of it', () => {
  const of = voice([500, 1_000], [1_400, 4_000]);
  const late = saidAt([['one', 1_000]], 700);
  const two = saidAt([['two', 3_900]]);
  expect(planAfter(of, [...late, ...two], 4_000).again).toEqual(['one', 'two']);
  expect(planAfter(of, [...saidAt([['one', 1_000]], 300), ...two], 4_000).again).toEqual(['two']);
});

test('words without times are sent again from before the first of them', () => {
  const of = voice([500, 1_000], [3_000, 3_500], [6_000, 6_500]);
  const known = saidAt([['one', 1_000]]);
  const untimed = { text: 'two', ...stretch(900, 5_000), isUntimed: true } as const;
  expect(planAfter(of, [...known, untimed], 7_000).again).toEqual(['one', 'two']);
});

test('no replay begins in a pause while words before it are not final', () => {
  const of = voice([500, 1_000], [2_000, 2_500], [4_000, 4_500]);
  expect(planAfter(of, saidAt([['one', 1_000]]), 4_500)).toEqual({ fromMs: 0, again: ['one'] });
});

test('the sound of a partial is sent again from a second before its first word', () => {
  const open: SpokenTurn = {
    ...{ id: 0, text: 'uh', isFinal: false, words: [], language: null },
    ...{ ...stretch(4_000, 4_300), heardIn: stretch(0, 4_300) },
  };
  expect(plan(voice([9_000, 9_500]), { ...nothingSpoken(0), open: [open] }, 10_000)).toEqual({
    fromMs: 3_000,
    again: [],
  });
});

test('no more is sent than the service accepts in one go', () => {
  const toMs = 400_000;
  expect(plan(voice([1_000, toMs]), nothingSpoken(0), toMs).fromMs).toBe(toMs - tuning.heldMs);
});

describe('final words whose sound is sent again', () => {
  /** The first word ended where the sound that is held begins. */
  const words = ([130_000, 130_001, 131_000] as const).map((endMs) => ({
    ...{ text: `${endMs}`, ...stretch(endMs - 200, endMs) },
  }));
  const spoken = { ...nothingSpoken(0), anchor: { pauseFrom: null, words } };
  const replayTo = (toMs: number) =>
    planReplay(voice([500, toMs]), spoken, stretch(0, toMs)).overlap.map(({ text }) => text);

  test('are all words after the anchor if all sound is held', () => {
    expect(replayTo(tuning.heldMs)).toEqual(['130000', '130001', '131000']);
  });

  test('are only those that end in the sound that is held', () => {
    expect(replayTo(130_000 + tuning.heldMs)).toEqual(['130001', '131000']);
  });

  test('may lack the first of them only if some sound is no longer held', () => {
    const mayLackHead = (toMs: number) =>
      planReplay(voice([500, toMs]), spoken, stretch(0, toMs)).mayLackHead;
    expect(mayLackHead(tuning.heldMs)).toBe(false);
    expect(mayLackHead(tuning.heldMs + 1)).toBe(true);
  });
});

test('voice that ends where the segment begins does not count', () => {
  expect(plan(voice([500, 2_000], [5_000, 6_000]), nothingSpoken(0), 7_000, 2_000)).toEqual({
    fromMs: 4_000,
    again: [],
  });
});

test('a replay begins no later than the newest sample', () => {
  expect(plan(voice(), nothingSpoken(0), 500, 500)).toEqual({ fromMs: 500, again: [] });
});
