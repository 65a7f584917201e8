import { expect, test } from 'vitest';
import { findSeam, wordsIn } from './seam.ts';

test.each([
  ['all that is known, then new words', 'Let it go.', 'Let it go and your words', 3, 3],
  ['the end of what is known', 'Hold a key, and let it go', 'it go and your words', 2, 7],
  ['the first of several known turns', 'Let it go. And then?', 'let it go', 3, 3],
  ['a turn in the midst of what is known', 'Hold it. Let it go. And then?', 'let it go', 3, 5],
  ['a word that was heard as another', 'Let it go and your.', 'Let a go and your words', 5, 5],
  ['new words only', 'Hold a key,', 'and say what you mean', 0, 3],
  ['new words that were said long before, too', 'and then I mean', 'mean and then more', 1, 4],
  ['words of which nothing agrees', 'Let it', 'Ladies', 0, 2],
  ['no words', 'Let it', '', 0, 2],
])('%s', (_what, known, heard, repeated, upTo) => {
  expect(findSeam(wordsIn(known), wordsIn(heard))).toEqual({ repeated, known: upTo });
});
