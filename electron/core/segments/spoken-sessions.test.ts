import { describe, expect, test } from 'vitest';
import {
  beginSessionTurns,
  forgetSpoken,
  nothingSpoken,
  shifted,
  wasForced,
  type Spoken,
} from './spoken.ts';
import type { SpokenWord } from './spoken-word.ts';
import { at, stretch } from './voice.fixture.ts';

const word = (fromMs: number, toMs: number): SpokenWord => ({
  ...{ text: 'key', ...stretch(fromMs, toMs) },
});

/** A session with a final word. */
const spoken: Spoken = {
  ...nothingSpoken(7),
  nextTurnId: 8,
  newest: word(3_000, 3_300),
  anchor: { pauseFrom: at(2_000), words: [word(3_000, 3_300)] },
  sessionFrom: at(3_300),
  forcedAt: at(3_400),
  sessionWords: [word(3_000, 3_300)],
  sessionTurns: 1,
};

test('a turn in another sample clock has all of its samples in it', () => {
  const turn = {
    ...{ id: 3, text: 'key', isFinal: true, language: 'en' },
    ...{ ...stretch(3_000, 3_300), heardIn: stretch(1_000, 4_000), words: [word(3_000, 3_300)] },
  };
  expect(shifted(turn, at(500))).toEqual({
    ...{ id: 3, text: 'key', isFinal: true, language: 'en' },
    ...{ ...stretch(3_500, 3_800), heardIn: stretch(1_500, 4_500), words: [word(3_500, 3_800)] },
  });
});

test('before the first turn, no words are known', () => {
  const none = { overlap: [], mayLackHead: false, sessionWords: [], sessionTurns: 0 };
  expect(nothingSpoken(7)).toMatchObject({ ...none, nextTurnId: 7, newest: null });
});

test('words that are forgotten are recognised by no other session, and turn ids go on', () => {
  expect(forgetSpoken(spoken)).toEqual({
    ...{ ...spoken, newest: null, forcedAt: null },
    anchor: { pauseFrom: null, words: [] },
  });
});

describe('another session', () => {
  test('has no words of its own yet, and the known words stay', () => {
    const again = beginSessionTurns(spoken, spoken.anchor.words);
    expect(again).toMatchObject({ sessionFrom: null, sessionWords: [], sessionTurns: 0 });
    expect(again).toMatchObject({ nextTurnId: 8, newest: spoken.newest, anchor: spoken.anchor });
  });

  test('recognises all known words again, unless the first of them are no longer held', () => {
    const { words } = spoken.anchor;
    expect(beginSessionTurns(spoken, words)).toMatchObject({ overlap: words, mayLackHead: false });
    expect(beginSessionTurns(spoken, words, true)).toMatchObject({ mayLackHead: true });
  });
});

test.each([
  [1_999, false],
  [2_000, true],
  [4_300, true],
  [4_301, false],
])(
  'a final of a word from 3 to 3.3 s with a ForceEndpoint at %i ms may be cut: %s',
  (ms, isCut) => {
    expect(wasForced({ ...spoken, forcedAt: at(ms) })).toBe(isCut);
  },
);
