import { describe, expect, test } from 'vitest';
import { begunWordFrom, endOfCutWord, isBegunWord } from './cut-word.ts';
import { boundTurn } from './forced-endpoints.ts';
import type { SpokenWord } from './spoken-word.ts';
import { at, stretch, voiceIn } from './voice.fixture.ts';

const sentIn = stretch(0, 5_000);
const words = (count: number): SpokenWord[] =>
  Array.from({ length: count }, () => ({ text: 'word', ...sentIn, isUntimed: true }));
const endpoint = (ms: number) => ({
  ...{ sample: at(ms), isInBacklog: false, openTurn: null, hasFinal: false },
});

describe('where ForceEndpoint came within a word, which the service does not answer', () => {
  const turn = { isFinal: true, hasPartial: true, sentIn };

  test('the first turn is of the sound after it', () => {
    const { heardIn } = boundTurn(
      {
        ...{ forcedEndpoints: [endpoint(500)] },
        ...{ sessionWords: [], sessionTurns: 0, voice: voiceIn([325, 1_150], [1_500, 2_100]) },
      },
      { ...turn, order: 0, words: words(4) },
    );
    expect(heardIn).toEqual(stretch(500, 5_000));
  });

  test('a later turn is of the sound after it, although the word before it has no final', () => {
    const { heardIn } = boundTurn(
      {
        ...{ forcedEndpoints: [endpoint(3_900)] },
        ...{ sessionWords: words(3), sessionTurns: 1 },
        voice: voiceIn([325, 1_500], [3_775, 4_525]),
      },
      { ...turn, order: 1, words: words(2) },
    );
    expect(heardIn).toEqual(stretch(3_900, 5_000));
  });

  test('the turn after the answer is of the sound after it', () => {
    const { heardIn } = boundTurn(
      {
        ...{ forcedEndpoints: [{ ...endpoint(3_650), hasFinal: true }] },
        ...{ sessionWords: [{ text: 'word', ...stretch(1_000, 1_628) }], sessionTurns: 1 },
        voice: voiceIn([400, 1_475], [3_525, 4_600]),
      },
      { ...turn, order: 1, words: words(3) },
    );
    expect(heardIn).toEqual(stretch(3_650, 5_000));
  });
});

describe('a word that goes on across a ForceEndpoint', () => {
  test('began with the voice, if that is no longer than a word', () => {
    expect(begunWordFrom(at(1_500), voiceIn([1_000, 2_000]))).toBe(at(1_000));
    expect(begunWordFrom(at(1_501), voiceIn([1_000, 2_000]))).toBeNull();
  });

  test('ends with the voice, or as late as a word does', () => {
    expect(endOfCutWord(at(1_500), voiceIn([1_000, 1_700]))).toBe(at(1_700));
    expect(endOfCutWord(at(1_500), voiceIn([1_000, 2_000]))).toBe(at(1_800));
    expect(endOfCutWord(at(1_500), voiceIn([200, 500], [1_000, 1_700]))).toBe(at(1_700));
  });

  test.each([
    ['none', voiceIn()],
    ['it ends there', voiceIn([1_200, 1_500])],
    ['it begins there', voiceIn([1_500, 1_700])],
    ['it is before and after it', voiceIn([1_000, 1_300], [1_600, 1_900])],
  ])('is none unless the voice goes on: %s', (_, voice) => {
    expect(begunWordFrom(at(1_500), voice)).toBeNull();
    expect(endOfCutWord(at(1_500), voice)).toBe(at(1_500));
  });

  test('is all that was said before it only if there was no other voice', () => {
    const voice = voiceIn([0, 400], [1_200, 2_000]);
    expect(isBegunWord(voice, stretch(400, 1_500))).toBe(true);
    expect(isBegunWord(voice, stretch(300, 1_500))).toBe(false);
  });
});
