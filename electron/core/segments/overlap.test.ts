import { describe, expect, test } from 'vitest';
import { findOverlap } from './overlap.ts';
import type { SpokenWord } from './spoken-word.ts';

/** Words that end every 300 ms, the first at 300 ms, each reported late by `lateMs`. */
const words = (text: string, fromMs = 0, lateMs = 0): SpokenWord[] =>
  text.split(' ').map((word, index) => ({
    text: word,
    startSample: (fromMs + index * 300) * 16,
    endSample: (fromMs + index * 300 + 300 + lateMs) * 16,
  }));

const asUntimed = (word: SpokenWord): SpokenWord => ({ ...word, isUntimed: true });

test('known words are separated from new ones', () => {
  const heard = words('hold a key and speak');
  expect(findOverlap(words('hold a key'), heard)).toEqual({ repeated: 3, known: 3 });
});

test('of a word that is said many times, only the known ones repeat', () => {
  expect(findOverlap(words('no no no', 0, 240), words('no no no no no'))).toEqual({
    repeated: 3,
    known: 3,
  });
});

test('capitals and punctuation make no difference', () => {
  expect(findOverlap(words('and then.'), words('And then, we'))).toEqual({ repeated: 2, known: 2 });
});

test('a word that is misheard the second time is still the same word', () => {
  expect(findOverlap(words('ice cream is'), words('I scream is cold'))).toEqual({
    repeated: 3,
    known: 3,
  });
});

test('a turn with some of the known words repeats only those', () => {
  expect(findOverlap(words('hold a key and speak'), words('hold a'))).toEqual({
    repeated: 2,
    known: 2,
  });
});

test('without known words, nothing repeats', () => {
  expect(findOverlap([], words('all of it is new'))).toEqual({ repeated: 0, known: 0 });
});

test.each([900, -900, 3_000, -2_900])(
  'a word repeats the known one, whatever the difference of times: %i ms',
  (byMs) => {
    const known = words('yes no', 3_000);
    expect(findOverlap(known, words('yes no', 3_000 + byMs))).toEqual({ repeated: 2, known: 2 });
    expect(findOverlap(known, words('yes no go', 3_000 + byMs)).repeated).toBe(2);
  },
);

test('a known word that is misheard at another time is still the known one', () => {
  expect(findOverlap(words('one two three'), words('juan', 900))).toMatchObject({ repeated: 1 });
});

test('a word that is left out the second time does not lose the next one', () => {
  expect(
    findOverlap(words('you know it'), [...words('know it', 300), ...words('works', 900)]),
  ).toEqual({ repeated: 2, known: 3 });
});

test('if texts do not decide, a word that ends with the known one is the same', () => {
  // Its end is a little later than that of the known word, and too early for a next word.
  const heard = [...words('no', 0), ...words('go', 300, 50), ...words('on', 600)];
  expect(findOverlap(words('no key'), heard)).toEqual({ repeated: 2, known: 2 });
});

test('if texts do not decide, a word that ends well after the known one is new', () => {
  const heard = [...words('no', 0), ...words('go', 300, 230)];
  expect(findOverlap(words('no'), heard)).toEqual({ repeated: 1, known: 1 });
});

test('an extra word within the known words is not new', () => {
  const heard = [...words('hold'), ...words('the', 150), ...words('key and x', 300)];
  expect(findOverlap(words('hold key and'), heard)).toEqual({ repeated: 4, known: 3 });
});

test('if a word may be extra or the last known one, the word after it is kept', () => {
  const heard = [...words('hold'), ...words('the', 150), ...words('key', 300)];
  expect(findOverlap(words('hold key'), heard)).toEqual({ repeated: 2, known: 2 });
});

/*
 * Either "no no" was said and the first word was misheard the second time, or "no" was said and a
 * breath before it became a word the second time. Both look the same.
 */
test('without times a misheard word looks like an extra one: it is kept twice rather than lost', () => {
  const [known, heard] = [words('no').map(asUntimed), words('other no').map(asUntimed)];
  expect(findOverlap(known, heard)).toEqual({ repeated: 1, known: 1 });
});

test.each(['go', 'other go'])('a misheard word is not an extra one: %s', (heard) => {
  expect(findOverlap(words('no'), words(heard))).toEqual({ repeated: 1, known: 1 });
});

test('a turn that ended in a pause ends there again', () => {
  const known = words('and other yes').map((word, index) =>
    index === 2 ? { ...word, turnEnd: 'pause' as const } : word,
  );
  const untimed = [...known, ...words('here', 900)].map(asUntimed);
  expect(findOverlap(untimed, words('and yes other').map(asUntimed))).toEqual({
    repeated: 3,
    known: 3,
  });
});

test('words in any script are compared', () => {
  const known = words('да нет', 0);
  expect(findOverlap(known, words('Да, нет. ну'))).toEqual({ repeated: 2, known: 2 });
  expect(findOverlap(words('1 2'), words('1, 2. 3'))).toEqual({ repeated: 2, known: 2 });
});

test.each(['%', '+', '👍'])('a word without letters is a word: %s', (symbol) => {
  const known = words('20').map((word) => ({ ...word, turnEnd: 'pause' as const }));
  const heard = [...words('20'), ...words(symbol, 600, 100)];
  expect(findOverlap(known, heard)).toEqual({ repeated: 1, known: 1 });
  expect(findOverlap(heard, [...heard, ...words('more', 1_200)]).repeated).toBe(2);
});

test('a dash between words is none', () => {
  expect(findOverlap(words('yes no'), words('yes — no go'))).toEqual({ repeated: 3, known: 2 });
});

/** One word that ends at this time. */
const wordAt = (text: string, endMs: number): SpokenWord => ({
  text,
  startSample: (endMs - 300) * 16,
  endSample: endMs * 16,
});

test('if texts do not decide, words at impossible times are new', () => {
  const known = [wordAt('no', 1_000), wordAt('yes', 1_300)];
  const heard = [wordAt('yes', 1_200), wordAt('yes', 4_000)];
  expect(findOverlap(known, heard).repeated).toBe(1);
  expect(findOverlap(known, [wordAt('yes', 1_200), wordAt('yes', 1_500)]).repeated).toBe(2);
});

test('two known words may be recognised as one, and one as two', () => {
  expect(findOverlap(words('you can not'), words('you cannot go'))).toEqual({
    repeated: 2,
    known: 3,
  });
  expect(findOverlap(words('you cannot'), words('you can not go'))).toEqual({
    repeated: 3,
    known: 2,
  });
});

test('known words whose sound is no longer held may be missing at the head', () => {
  const known = words('one two three four');
  expect(findOverlap(known, words('three four five'), { mayLack: known.length })).toEqual({
    repeated: 2,
    known: 4,
  });
  // If nothing decides, a word is new: it must not be lost.
  expect(findOverlap(known, words('five six'), { mayLack: known.length })).toMatchObject({
    repeated: 0,
  });
});

test('of two words with the text of the known one, the one with the same end repeats it', () => {
  const heard = [wordAt('go', 1_000), wordAt('no', 1_200), wordAt('on', 2_000)];
  expect(findOverlap([wordAt('no', 1_000)], heard)).toEqual({ repeated: 1, known: 1 });
});

test('two words that each session mishears otherwise are known, if the turn ends in the same pause', () => {
  const known = words('yes no other').map((word, index) =>
    index === 2 ? { ...word, turnEnd: 'pause' as const } : word,
  );
  const heard = words('yes other no').map(asUntimed);
  expect(findOverlap(known, heard)).toEqual({ repeated: 3, known: 3 });
});

test('where the turn ends in the same pause, they are known whatever their times', () => {
  const known = [wordAt('and', 13_678), { ...wordAt('other', 13_774), turnEnd: 'pause' as const }];
  const heard = [wordAt('other', 13_037), wordAt('and', 13_747)];
  expect(findOverlap(known, heard)).toEqual({ repeated: 2, known: 2 });
});

test('a turn that ended at a cut ends there again', () => {
  const known = words('no here').map((word) => ({ ...word, turnEnd: 'cut' as const }));
  expect(findOverlap(known, words('other'))).toEqual({ repeated: 1, known: 1 });
  expect(findOverlap(known, words('no there'))).toEqual({ repeated: 2, known: 2 });
});

test('a turn that ended at a cut may end one word after it', () => {
  const known = words('yes no here').map((word, index) =>
    index === 0 ? { ...word, turnEnd: 'cut' as const } : word,
  );
  expect(findOverlap(known, words('yes other'))).toEqual({ repeated: 2, known: 2 });
});

test('a turn does not go on after a pause that ended it: its words are known, however both are misheard', () => {
  const known = [wordAt('no', 5_768), wordAt('is', 6_097)];
  const last = { ...wordAt('other', 6_906), turnEnd: 'pause' as const };
  const heard = [wordAt('no', 5_835), wordAt('other', 6_733), wordAt('no', 6_659)];
  expect(findOverlap([...known, last], heard)).toEqual({ repeated: 3, known: 3 });
});

describe('a word that may be the known one misheard, or a new one', () => {
  const heardAt = (endMs: number, nextMs: number) => [wordAt('other', endMs), wordAt('no', nextMs)];

  test('is not new if it ended longer before the last known word than ends are reported late', () => {
    // The next word takes some time, too: its end would be 1.38 s early.
    expect(findOverlap([wordAt('no', 3_000)], heardAt(1_670, 1_680))).toMatchObject({
      repeated: 2,
    });
    expect(findOverlap([wordAt('no', 3_000)], heardAt(1_670, 1_720))).toMatchObject({
      repeated: 1,
    });
  });

  test('may be new if the known word has no times', () => {
    const known = asUntimed(wordAt('no', 3_000));
    expect(findOverlap([known], heardAt(290, 300))).toMatchObject({ repeated: 1 });
  });

  test('may be new if it has no times itself', () => {
    const heard = heardAt(290, 300).map(asUntimed);
    expect(findOverlap([wordAt('no', 3_000)], heard)).toMatchObject({ repeated: 1 });
  });
});

describe('a word that is said many times, if the first may not be sent again', () => {
  const known = words('no no').map(asUntimed);
  const mayLack = known.length;

  test('repeats as many known ones as possible', () => {
    const heard = words('no no').map(asUntimed);
    expect(findOverlap(known, heard, { mayLack })).toEqual({ repeated: 2, known: 2 });
  });

  test('repeats as many known ones as the partial has', () => {
    const heard = words('no').map(asUntimed);
    expect(findOverlap(known, heard, { mayLack, isFinal: false })).toEqual({
      repeated: 1,
      known: 1,
    });
  });
});
