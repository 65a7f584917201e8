import { expect, test } from 'vitest';
import { findOverlap } from './overlap.ts';
import type { SpokenWord } from './spoken-word.ts';

/** Words that end every 300 ms, the first at 300 ms, shifted by what the service is late. */
const words = (text: string, fromMs = 0, lateMs = 0): SpokenWord[] =>
  text.split(' ').map((word, index) => ({
    text: word,
    startSample: (fromMs + index * 300) * 16,
    endSample: (fromMs + index * 300 + 300 + lateMs) * 16,
  }));

const asUntimed = (word: SpokenWord): SpokenWord => ({ ...word, isUntimed: true });

test('the words that are known are told from those that are new', () => {
  const heard = words('hold a key and speak');
  expect(findOverlap(words('hold a key'), heard)).toEqual({ repeated: 3, known: 3 });
});

test('of words that are said again and again, just those that are known', () => {
  expect(findOverlap(words('no no no', 0, 240), words('no no no no no'))).toEqual({
    repeated: 3,
    known: 3,
  });
});

test('capitals and punctuation make no difference', () => {
  expect(findOverlap(words('and then.'), words('And then, we'))).toEqual({ repeated: 2, known: 2 });
});

test('a word that is heard as another the second time is still the same word', () => {
  expect(findOverlap(words('ice cream is'), words('I scream is cold'))).toEqual({
    repeated: 3,
    known: 3,
  });
});

test('a part of what is known repeats only that part', () => {
  expect(findOverlap(words('hold a key and speak'), words('hold a'))).toEqual({
    repeated: 2,
    known: 2,
  });
});

test('where nothing is known, nothing repeats', () => {
  expect(findOverlap([], words('all of it is new'))).toEqual({ repeated: 0, known: 0 });
});

test.each([900, -900, 3_000, -2_900])(
  'a word repeats the known one, however its time differs: %i ms',
  (byMs) => {
    const known = words('yes no', 3_000);
    expect(findOverlap(known, words('yes no', 3_000 + byMs))).toEqual({ repeated: 2, known: 2 });
    expect(findOverlap(known, words('yes no go', 3_000 + byMs)).repeated).toBe(2);
  },
);

test('a known word that is heard as another at another time is still the known one', () => {
  expect(findOverlap(words('one two three'), words('juan', 900))).toMatchObject({ repeated: 1 });
});

test('a word that the service left out the second time does not cost the next one', () => {
  expect(
    findOverlap(words('you know it'), [...words('know it', 300), ...words('works', 900)]),
  ).toEqual({ repeated: 2, known: 3 });
});

test('where the texts leave it open, a word that ends where the known one did is the same', () => {
  // Told a little later than the known word, but far from where a next word could end.
  const heard = [...words('no', 0), ...words('go', 300, 50), ...words('on', 600)];
  expect(findOverlap(words('no key'), heard)).toEqual({ repeated: 2, known: 2 });
});

test('where the texts leave it open, a word that ends well behind the known one is new', () => {
  const heard = [...words('no', 0), ...words('go', 300, 230)];
  expect(findOverlap(words('no'), heard)).toEqual({ repeated: 1, known: 1 });
});

test('a word that is put in the second time belongs to what is known', () => {
  const heard = [...words('hold'), ...words('the', 150), ...words('key and x', 300)];
  expect(findOverlap(words('hold key and'), heard)).toEqual({ repeated: 4, known: 3 });
});

test('where it may be put in or be the last known word, the word behind it is kept', () => {
  const heard = [...words('hold'), ...words('the', 150), ...words('key', 300)];
  expect(findOverlap(words('hold key'), heard)).toEqual({ repeated: 2, known: 2 });
});

/*
 * Said were "no no", and the first was misheard the second time; or "no" alone, and a breath before
 * it became a word the second time. What is known and what is heard are the same.
 */
test('without times nothing tells a misheard word from one put in: rather twice than lost', () => {
  const [known, heard] = [words('no').map(asUntimed), words('other no').map(asUntimed)];
  expect(findOverlap(known, heard)).toEqual({ repeated: 1, known: 1 });
});

test.each(['go', 'other go'])('a word heard as another is not put in: %s', (heard) => {
  expect(findOverlap(words('no'), words(heard))).toEqual({ repeated: 1, known: 1 });
});

test('a turn that ended in a pause ends there again', () => {
  const known = words('and other yes').map((word, index) =>
    index === 2 ? { ...word, closesTurn: true as const } : word,
  );
  const untimed = [...known, ...words('here', 900)].map(asUntimed);
  expect(findOverlap(untimed, words('and yes other').map(asUntimed))).toEqual({
    repeated: 3,
    known: 3,
  });
});

test('words in any writing are told apart', () => {
  const known = words('да нет', 0);
  expect(findOverlap(known, words('Да, нет. ну'))).toEqual({ repeated: 2, known: 2 });
  expect(findOverlap(words('1 2'), words('1, 2. 3'))).toEqual({ repeated: 2, known: 2 });
});

/** One word that ends then. */
const wordAt = (text: string, endMs: number): SpokenWord => ({
  text,
  startSample: (endMs - 300) * 16,
  endSample: endMs * 16,
});

test('where the texts leave it open, words at times that cannot be theirs are new', () => {
  const known = [wordAt('no', 1_000), wordAt('yes', 1_300)];
  const heard = [wordAt('yes', 1_200), wordAt('yes', 4_000)];
  expect(findOverlap(known, heard).repeated).toBe(1);
  expect(findOverlap(known, [wordAt('yes', 1_200), wordAt('yes', 1_500)]).repeated).toBe(2);
});

test('two known words may be heard as one, and one as two', () => {
  expect(findOverlap(words('you can not'), words('you cannot go'))).toEqual({
    repeated: 2,
    known: 3,
  });
  expect(findOverlap(words('you cannot'), words('you can not go'))).toEqual({
    repeated: 3,
    known: 2,
  });
});

test('known words whose sound is no longer held may be lacking at the head', () => {
  const known = words('one two three four');
  expect(findOverlap(known, words('three four five'), { mayLackHead: true })).toEqual({
    repeated: 2,
    known: 4,
  });
  // In doubt a word is new: it must not be lost.
  expect(findOverlap(known, words('five six'), { mayLackHead: true })).toMatchObject({
    repeated: 0,
  });
});

test('of two that could be the known word, as the texts go, it is the one that ends with it', () => {
  const heard = [wordAt('go', 1_000), wordAt('no', 1_200), wordAt('on', 2_000)];
  expect(findOverlap([wordAt('no', 1_000)], heard)).toEqual({ repeated: 1, known: 1 });
});
