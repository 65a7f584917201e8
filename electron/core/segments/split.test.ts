import { describe, expect, test } from 'vitest';
import { noVoice } from '../voice/voice.ts';
import { countBefore } from './split.ts';
import type { SpokenTurn } from './spoken.ts';
import type { SpokenWord } from './spoken-word.ts';
import { at, stretch, voiceIn } from './voice.fixture.ts';

type Times = [fromMs: number, toMs: number];

const word = (...times: Times): SpokenWord => ({ text: 'word', ...stretch(...times) });

/** A number of words that were said anywhere in this sound. */
const untimed = (count: number, ...heardIn: Times): SpokenWord[] =>
  Array.from({ length: count }, () => ({ ...word(...heardIn), isUntimed: true }));

const turn = (id: number, heardIn: Times, words: SpokenWord[]): SpokenTurn => ({
  ...{ id, text: 'words', isFinal: true, language: null, words },
  ...{ ...stretch(...heardIn), heardIn: stretch(...heardIn) },
});

const paused = voiceIn([500, 1_800], [2_600, 4_000]);

test('words are before a sample in a pause by their times', () => {
  const words = [word(1_000, 1_400), word(1_400, 1_800), word(2_600, 4_000)];
  expect(countBefore([turn(0, [0, 5_000], words)], at(2_000), paused)).toBe(2);
});

test('without turns, no word is before a sample', () => {
  expect(countBefore([], at(2_000), paused)).toBe(0);
});

describe('a turn has all of its words before a sample', () => {
  test('after all of its sound, whatever their times', () => {
    const voice = voiceIn([500, 1_000], [2_000, 3_000]);
    expect(countBefore([turn(0, [1_100, 2_000], [word(1_500, 2_000)])], at(2_000), voice)).toBe(1);
  });

  test('after all of its sound, although that seems to have no voice', () => {
    const words = untimed(3, 0, 1_000);
    expect(countBefore([turn(0, [0, 1_000], words)], at(2_000), noVoice)).toBe(3);
  });

  test('after all of its voice, whatever their times', () => {
    const voice = voiceIn([500, 1_000], [2_500, 3_000]);
    expect(countBefore([turn(0, [0, 2_500], [word(1_500, 2_500)])], at(2_000), voice)).toBe(1);
  });
});

describe('the last turn has no word before a sample', () => {
  test('before all of its sound, whatever their times', () => {
    const voice = voiceIn([500, 2_000], [3_000, 4_000]);
    // The word of the first turn is before the sample.
    const turns = [
      turn(0, [0, 2_000], [word(1_000, 1_900)]),
      turn(1, [2_000, 2_600], [word(2_000, 2_060)]),
    ];
    expect(countBefore(turns, at(2_000), voice)).toBe(1);
  });

  test('before all of its voice, whatever their times', () => {
    const voice = voiceIn([500, 1_500], [2_600, 3_000]);
    expect(countBefore([turn(0, [1_500, 3_000], [word(1_520, 1_560)])], at(2_000), voice)).toBe(0);
  });
});

describe('in speech without a pause', () => {
  const spoken = voiceIn([0, 1_440]);

  test('words without times are shared by the length of the voice', () => {
    const turns = [turn(0, [0, 1_440], untimed(4, 0, 1_440))];
    expect(countBefore(turns, at(1_080), spoken)).toBe(3);
  });

  test('words are shared by the length of the voice if some of them have no times', () => {
    const turns = [
      turn(0, [0, 1_440], untimed(4, 0, 1_440)),
      turn(1, [1_440, 1_900], [word(1_500, 1_860)]),
    ];
    expect(countBefore(turns, at(1_080), voiceIn([0, 1_440], [1_500, 1_860]))).toBe(3);
  });

  test('the times of words outweigh the length of the voice', () => {
    const words = [500, 550, 600, 650].map((fromMs) => word(fromMs, 1_396));
    expect(countBefore([turn(0, [0, 1_440], words)], at(1_080), spoken)).toBe(0);
  });

  test('the length of the voice shows less of many words than of a few', () => {
    const few = [turn(0, [0, 1_920], untimed(4, 0, 1_920))];
    expect(countBefore(few, at(1_440), voiceIn([0, 1_920]))).toBe(3);
    const many = [turn(0, [0, 4_680], untimed(16, 0, 4_680))];
    expect(countBefore(many, at(4_200), voiceIn([0, 4_680]))).toBe(0);
  });

  test('a turn stays whole if less than half of a word would be on the other side', () => {
    const turns = [turn(0, [0, 2_400], untimed(4, 0, 2_400))];
    expect(countBefore(turns, at(2_040), voiceIn([0, 2_400]))).toBe(4);
  });

  test('the share of a word decides between two turns', () => {
    const turns = [
      turn(0, [0, 2_400], untimed(3, 0, 2_400)),
      turn(1, [0, 2_400], untimed(1, 0, 2_400)),
    ];
    expect(countBefore(turns, at(2_040), voiceIn([0, 2_400]))).toBe(3);
  });
});
