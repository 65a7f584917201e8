import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replaceWords } from './replacements.ts';

const rule = (from: string, to: string) => ({ from, to });
const replace = (text: string, ...rules: [string, string][]) =>
  replaceWords(
    text,
    rules.map(([from, to]) => rule(from, to)),
  );

test.each<[string, [string, string], string]>([
  ['Ask caption key.', ['caption key', 'CaptionKey'], 'Ask CaptionKey.'],
  ['I use C++, really.', ['C++', 'C plus plus'], 'I use C plus plus, really.'],
  ['(röde)', ['röde', 'Røde'], '(Røde)'],
  ['我在東京住', ['東京', 'Tokyo'], '我在Tokyo住'],
  ['say 👍🏽 now', ['👍🏽', 'yes'], 'say yes now'],
  ['um so um yes', ['um', ''], ' so  yes'],
  ['costs $5', ['$5', '$& €5'], 'costs $& €5'],
])('in “%s” whole words are replaced: %j', (text, from, expected) => {
  expect(replace(text, from)).toBe(expected);
});

test.each<[string, [string, string]]>([
  ['cats', ['cat', 'dog']],
  ['concatenate', ['cat', 'dog']],
  ['cat_s cat2', ['cat', 'dog']],
  ["don't", ['don', 'Don']],
  // The accent is a character of its own here.
  ['cafe\u0301', ['cafe', 'bar']],
  ['👍🏽', ['👍', 'yes']],
  ['a Cat', ['cat', 'dog']],
  ['A CAT.', ['cat', 'dog']],
  ['a cat', ['Cat', 'dog']],
  ['anything', ['', 'dog']],
])('“%s” is left as it is by %j', (text, from) => {
  expect(replace(text, from)).toBe(text);
});

describe('a capital at the beginning of a sentence', () => {
  test.each<[string, string]>([
    ['Gonna go.', 'Going to go.'],
    ['Well. Gonna go? Gonna!', 'Well. Going to go? Going to!'],
    ['He said: “Stop.” Gonna go.', 'He said: “Stop.” Going to go.'],
    ['“Gonna go”', '“Going to go”'],
    ['Well…\nGonna go', 'Well…\nGoing to go'],
    ['Then Gonna', 'Then Gonna'],
  ])('of “%s” is kept', (text, expected) => {
    expect(replace(text, ['gonna', 'going to'])).toBe(expected);
  });

  test('is not needed, and not made', () => {
    expect(replace('iphone first.', ['iphone', 'iPhone'])).toBe('iPhone first.');
    expect(replace('Iphone first.', ['Iphone', 'iPhone'])).toBe('iPhone first.');
  });

  test('is kept where it takes two letters', () => {
    expect(replace('Ümlaut.', ['ümlaut', 'ǆ'])).toBe('Ǆ.');
  });
});

test('the longest counts, and of the same the first', () => {
  const rules: [string, string][] = [
    ['new', 'old'],
    ['new york city', 'NYC'],
    ['new york', 'NY'],
    ['new york', 'never'],
  ];
  expect(replace('in new york city, new york, new', ...rules)).toBe('in NYC, NY, old');
});

test('what was put in is not looked at again', () => {
  expect(replace('a b', ['a', 'b'], ['b', 'a'])).toBe('b a');
  expect(replace('a b', ['a', 'x'], ['x b', 'y'])).toBe('x b');
});

const word = fc.stringMatching(/^[a-zäöüßéñ]{1,6}$/);
const upper = fc.stringMatching(/^[A-Z]{1,6}$/);

test('a text of words is replaced word by word', () => {
  const cases = fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 30 }),
    rules: fc.uniqueArray(fc.record({ from: word, to: upper }), { selector: ({ from }) => from }),
  });
  fc.assert(
    fc.property(cases, ({ words, rules }) => {
      const map = new Map(rules.map(({ from, to }) => [from, to]));
      expect(replaceWords(words.join(' '), rules)).toBe(
        words.map((one) => map.get(one) ?? one).join(' '),
      );
    }),
  );
});

const anyRules = fc.array(
  fc.record({ from: fc.string({ unit: 'grapheme', maxLength: 8 }), to: fc.string() }),
);
const anyText = fc.string({ unit: 'grapheme', maxLength: 60 });

test('whatever stands there, putting the same in changes nothing', () => {
  fc.assert(
    fc.property(anyText, anyRules, (text, rules) => {
      const same = rules.map(({ from }) => rule(from, from));
      expect(replaceWords(text, same)).toBe(text);
      expect(replaceWords(text, [])).toBe(text);
    }),
  );
});

test('what is put in stands between what was there', () => {
  fc.assert(
    fc.property(anyText, anyRules, (text, rules) => {
      // Nothing that a text of ours can hold.
      const marked = rules.map(({ from }) => rule(from, '\u0000'));
      const parts = replaceWords(text.replaceAll('\u0000', ''), marked).split('\u0000');
      let at = 0;
      for (const part of parts) {
        const found = text.replaceAll('\u0000', '').indexOf(part, at);
        expect(found).toBeGreaterThanOrEqual(at);
        at = found + part.length;
      }
    }),
  );
});
