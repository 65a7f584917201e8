import { expect, test } from 'vitest';
import { stretchesOf } from './found.ts';

/** The text with what is found in brackets. */
const marked = (text: string, typed: string): string =>
  stretchesOf(text, typed)
    .map((stretch) => (stretch.isFound ? `[${stretch.text}]` : stretch.text))
    .join('');

test.each([
  ['The quick fox.', 'qu', 'The [quick] fox.'],
  ['The quick fox.', 'fox qu', 'The [quick] [fox].'],
  ['The quick fox.', 'qu fox', 'The quick [fox].'],
  ['The quick fox.', 'qu ', 'The quick fox.'],
  ['The quick fox.', 'QUICK ', 'The [quick] fox.'],
  ['A naïve question', 'naive', 'A [naïve] question'],
  ['Die Größe', 'große', 'Die [Größe]'],
  ["Don't worry", "don't", "[Don]'[t] worry"],
  ['(C++) [x]', 'c', '([C]++) [x]'],
  ['слово за словом', 'слов', '[слово] за [словом]'],
  ['Nothing', '', 'Nothing'],
  ['', 'x', ''],
])('in %j, %j finds %j', (text, typed, shown) => {
  expect(marked(text, typed)).toBe(shown);
});

test('the stretches are the text', () => {
  const text = '  Two  words, and é. ';
  expect(
    stretchesOf(text, 'e w')
      .map((stretch) => stretch.text)
      .join(''),
  ).toBe(text);
});
