import { expect, test } from 'vitest';
import { wordCount } from './word-count.ts';

test.each([
  ['', 0],
  ['  \n', 0],
  ['Good morning.', 2],
  ['Don’t call – it’s 4 already!', 5],
  ['Good morning.\nGoodbye.', 3],
  ['今天天气很好', 3],
])('%j has %i words', (text, count) => {
  expect(wordCount(text)).toBe(count);
});
