import { describe, expect, test } from 'vitest';
import { advanceAnchor, type Anchor } from './anchor.ts';
import type { SpokenWord } from './spoken-word.ts';
import { at, stretch, voiceIn } from './voice.fixture.ts';

const word = (text: string, fromMs: number, toMs: number): SpokenWord => ({
  ...{ text, ...stretch(fromMs, toMs) },
});
const start = (...words: SpokenWord[]): Anchor => ({ pauseFrom: null, words });

/** A pause from 1 to 2 s. */
const voice = voiceIn([0, 1_000], [2_000, 3_000]);
const advanced = (anchor: Anchor): Anchor => advanceAnchor(anchor, voice, at(3_000));

describe('the anchor', () => {
  test('moves to a pause after the only word, which no session recognises again', () => {
    const one = word('one', 940, 1_200);
    expect(advanced(start(one))).toEqual({ pauseFrom: at(1_000), words: [] });
  });

  test('keeps the words after its pause', () => {
    const [one, two] = [word('one', 500, 1_200), word('two', 2_000, 2_500)];
    expect(advanced(start(one, two, word('three', 2_500, 3_000)))).toMatchObject({
      pauseFrom: at(1_000),
      words: [{ text: 'two' }, { text: 'three' }],
    });
  });

  test('stays while no word is final', () => {
    expect(advanced(start())).toEqual(start());
  });

  test('stays if speech before the pause may lack its final', () => {
    const early = start(word('one', 939, 990));
    expect(advanced(start(word('one', 940, 990)))).not.toEqual(early);
    expect(advanced(early)).toEqual(early);
  });

  test('stays if the last word before the pause may have been said after it', () => {
    expect(advanced(start(word('one', 950, 2_000))).pauseFrom).toBe(at(1_000));
    const late = start(word('one', 950, 2_001));
    expect(advanced(late)).toEqual(late);
  });

  test('counts a word that ends with the pause as one before it', () => {
    expect(advanced(start(word('one', 1_060, 1_100))).words).toEqual([]);
    expect(advanced(start(word('one', 1_061, 1_100))).words).toHaveLength(1);
  });

  test('moves only to a pause that is long enough for the end of a word', () => {
    const said = start(word('one', 950, 1_000));
    const spoken = voiceIn([0, 1_000]);
    expect(advanceAnchor(said, spoken, at(1_299))).toEqual(said);
    expect(advanceAnchor(said, spoken, at(1_300)).pauseFrom).toBe(at(1_000));
  });

  test('never moves back, and loses no word that came after it', () => {
    const here: Anchor = { pauseFrom: at(1_000), words: [word('one', 950, 1_500)] };
    expect(advanced(here)).toEqual(here);
    const later: Anchor = { ...here, pauseFrom: at(1_500) };
    expect(advanced(later)).toEqual(later);
  });
});
