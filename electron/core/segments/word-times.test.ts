import { describe, expect, test } from 'vitest';
import type { TurnMessage } from '../assemblyai/server-message.ts';
import { emptyTimeline, extendTimeline } from '../timeline/timeline.ts';
import { tuning } from '../tuning.ts';
import { at, stretch } from './voice.fixture.ts';
import { earliestEnd, textsOf, wordsAt, wordsWithin } from './word-times.ts';

/** Five seconds of sound were sent. */
const sound = stretch(0, 5_000);
const sent = extendTimeline(emptyTimeline, { ...sound, padToSample: sound.endSample });

type Times = [startMs: number, endMs: number];

/** A turn with a word at each of these times. */
const turn = (...times: Times[]): TurnMessage => ({
  ...{ type: 'Turn', turn_order: 0, end_of_turn: true },
  transcript: 'Hold a key.',
  words: times.map(([start, end], index) => ({ text: `w${index}`, start, end })),
});

const placed = (heardFromMs: number, ...times: Times[]) =>
  wordsAt(turn(...times), sent, stretch(heardFromMs, 5_000));

describe('a word ended', () => {
  const word = { text: 'key', ...stretch(100, 3_000) };

  test('some time before its reported end', () => {
    expect(earliestEnd(word)).toBe(at(3_000 - tuning.wordEndLateMs));
  });

  test('not before its reported start', () => {
    expect(earliestEnd({ ...word, startSample: at(2_900) })).toBe(at(2_900));
  });

  test('anywhere in the sound of its turn if it has no times', () => {
    expect(earliestEnd({ ...word, isUntimed: true })).toBe(at(100));
  });
});

test.each(['Hold a key', '  Hold a\u00a0 key\n'])(
  'the words of a text are those between spaces: %j',
  (text) => {
    expect(textsOf(text)).toEqual(['Hold', 'a', 'key']);
  },
);

test('the words of a turn have their times', () => {
  expect(placed(0, [100, 400], [400, 900])).toEqual([
    { text: 'w0', ...stretch(100, 400) },
    { text: 'w1', ...stretch(400, 900) },
  ]);
});

test('without words, those of the transcript were said anywhere in the sound of the turn', () => {
  const untimed = { ...stretch(1_000, 5_000), isUntimed: true };
  expect(placed(1_000)).toEqual(['Hold', 'a', 'key.'].map((text) => ({ text, ...untimed })));
});

describe('words were said anywhere in the sound of the turn', () => {
  const untimed = { ...stretch(1_000, 5_000), isUntimed: true };

  test.each<[string, Times[]]>([
    [
      'one takes no time',
      [
        [1_500, 1_500],
        [2_000, 2_300],
      ],
    ],
    [
      'one ends before it begins',
      [
        [1_500, 1_800],
        [2_300, 2_000],
      ],
    ],
    [
      'one begins when all sound was sent',
      [
        [1_500, 1_800],
        [5_000, 5_300],
      ],
    ],
    [
      'one ends where the sound of the turn begins',
      [
        [600, 1_000],
        [2_000, 2_300],
      ],
    ],
    [
      'one ends before the one before it can have ended',
      [
        [3_000, 3_300],
        [1_500, 2_900],
      ],
    ],
  ])('if %s', (_what, times) => {
    expect(placed(1_000, ...times)).toEqual(['w0', 'w1'].map((text) => ({ text, ...untimed })));
  });
});

describe('words have their times', () => {
  test.each<[string, Times[]]>([
    [
      'one begins just before the end of the sound',
      [
        [1_500, 1_800],
        [4_999, 5_300],
      ],
    ],
    [
      'one begins before the sound of the turn and ends in it',
      [
        [600, 1_001],
        [2_000, 2_300],
      ],
    ],
    [
      'one may have ended before the one before it',
      [
        [2_000, 3_300],
        [1_500, 2_900],
      ],
    ],
  ])('although %s', (_what, times) => {
    const words = placed(1_000, ...times);
    expect(words.map(({ endSample }) => endSample)).toEqual(
      times.map(([, endMs]) => Math.min(at(endMs), sound.endSample)),
    );
  });
});

describe('within the sound of its turn', () => {
  const heardIn = stretch(1_000, 2_000);
  const within = (startMs: number, endMs: number) =>
    wordsWithin([{ text: 'key', ...stretch(startMs, endMs) }], heardIn, sent);

  test.each<[string, Times, Times]>([
    ['within it keeps its times', [1_200, 1_500], [1_200, 1_500]],
    ['that is reported from before it begins with it', [500, 1_500], [1_000, 1_500]],
    ['that is reported too late ends with it', [1_500, 2_900], [1_500, 2_000]],
    ['before it is at its beginning', [300, 600], [1_000, 1_000]],
    ['after it is at its end', [2_300, 2_600], [2_000, 2_000]],
  ])('a word %s', (_what, [startMs, endMs], expected) => {
    expect(within(startMs, endMs)).toEqual([{ text: 'key', ...stretch(...expected) }]);
  });

  test('a word without times may be on either side of sound that was not sent', () => {
    const skipping = extendTimeline(
      extendTimeline(emptyTimeline, { ...stretch(0, 2_000), padToSample: at(2_000) }),
      { ...stretch(3_000, 5_000), padToSample: at(5_000) },
    );
    const word = { text: 'key', ...sound };
    expect(wordsWithin([{ ...word, isUntimed: true }], sound, skipping)).toEqual([
      { ...word, isUntimed: true },
    ]);
    expect(wordsWithin([word], sound, skipping)).toEqual([{ ...word, ...stretch(3_000, 5_000) }]);
  });
});
