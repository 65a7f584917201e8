import { describe, expect, test } from 'vitest';
import { replaceWords } from './replacements.ts';

const replace = (text: string, from: string, to: string): string =>
  replaceWords(text, [{ from, to }]);

describe('an item of a list', () => {
  test.each([
    ['  - um, milk', '  - milk'],
    ['Buy:\n  • um, milk', 'Buy:\n  • milk'],
  ])('begins after its bullet: “%s”', (text, expected) => {
    expect(replace(text, 'um', '')).toBe(expected);
  });

  test('has the marks of a sentence', () => {
    expect(replace('- milk um, eggs', 'um', '')).toBe('- milk, eggs');
  });
});

describe('a replacement is a dash', () => {
  test('with spaces around it, too', () => {
    expect(replace('milk, dash, eggs', 'dash', ' – ')).toBe('milk – eggs');
  });

  test('only if it has nothing else', () => {
    expect(replace('Thanks. My name.', 'my name', '— John')).toBe('Thanks. — John.');
    expect(replace('First, note the date.', 'note', 'NB –')).toBe('First, NB – the date.');
  });
});

test('a name that begins with a mark stands apart from the word before it', () => {
  expect(replace('I use dot net now.', 'dot net', '.NET')).toBe('I use .NET now.');
  expect(replace('see, dot env, now', 'dot env', '.env')).toBe('see, .env, now');
});

describe('a part of a longer word stays:', () => {
  test.each(['well-um', '5-um', 'x.um', '@um', 'a/um', 'um-hum', 'um.org'])('“%s”', (word) => {
    expect(replace(`so ${word} is it`, 'um', '')).toBe(`so ${word} is it`);
  });

  test('but not a word before one', () => {
    expect(replace('It is, um, well-known.', 'um', '')).toBe('It is well-known.');
  });
});
