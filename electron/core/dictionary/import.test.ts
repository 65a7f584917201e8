import { expect, test } from 'vitest';
import { importInto } from './import.ts';

const nothing = { keyterms: [], replacements: [] };
const numbered = (count: number, ending = ''): string =>
  Array.from({ length: count }, (_, index) => `w${index}${ending}`).join('\n');

test('terms and replacements are added, with a count', () => {
  const text = '\uFEFFRöde\r\n\r\ncaption key → CaptionKey\r\num\t\r\n';
  expect(importInto(nothing, text)).toEqual({
    dictionary: {
      keyterms: ['Röde'],
      replacements: [
        { from: 'caption key', to: 'CaptionKey' },
        { from: 'um', to: '' },
      ],
    },
    imported: { terms: 1, replacements: 2, known: 0, leftOut: [] },
  });
});

test.each(['\uFEFF', '\u00A0', '\\t'])(
  'white space around words, such as %j, is removed',
  (space) => {
    const text = `${space}Röde${space}\n${space}um${space} → er`;
    expect(importInto(nothing, text).dictionary).toEqual({
      ...{ keyterms: ['Röde'], replacements: [{ from: 'um', to: 'er' }] },
    });
  },
);

test.each(['\uFEFFRöde', '\uFEFFRöde → Rode', '\uFEFF\nRöde', '\uFEFF\\nRöde'])(
  'the byte order mark of the text %j is no part of it',
  (text) => {
    expect(importInto(nothing, text).dictionary).toEqual(
      importInto(nothing, text.slice(1)).dictionary,
    );
  },
);

test('what is there stays, and is not added twice', () => {
  const before = { keyterms: ['Röde'], replacements: [{ from: 'um', to: '' }] };
  const { dictionary, imported } = importInto(before, 'Röde\nUm →\nCaptionKey\nCaptionKey');
  expect(dictionary).toEqual({ ...before, keyterms: ['Röde', 'CaptionKey'] });
  expect(imported).toEqual({ terms: 1, replacements: 0, known: 3, leftOut: [] });
});

test('a line that cannot be added is named, and the others are added', () => {
  const before = { keyterms: [], replacements: [{ from: 'um', to: '' }] };
  const text = ['→ x', 'a', 'b → c → d', 'Um → er', 'x'.repeat(51), `${'x'.repeat(101)} → y`];
  const { dictionary, imported } = importInto(
    before,
    [...text, `y → ${'x'.repeat(1_001)}`].join('\n'),
  );
  expect(dictionary).toEqual({ ...before, keyterms: ['a'] });
  expect(imported.leftOut.map(({ line, problem: { code } }) => [line, code])).toEqual([
    [1, 'words-missing'],
    [3, 'more-fields'],
    [4, 'replaced-otherwise'],
    [5, 'term-too-long'],
    [6, 'words-too-long'],
    [7, 'text-too-long'],
  ]);
});

test('what is too long is left out with the most that a list takes', () => {
  const text = ['x'.repeat(51), `${'x'.repeat(101)} → y`, `y → ${'x'.repeat(1_001)}`].join('\n');
  expect(importInto(nothing, text).imported.leftOut).toMatchObject([
    { problem: { params: { most: 50 } } },
    { problem: { params: { most: 100 } } },
    { problem: { params: { most: 1_000 } } },
  ]);
});

test('the longest entries that fit are added', () => {
  const text = ['x'.repeat(50), `${'x'.repeat(100)} → y`, `y → ${'x'.repeat(1_000)}`].join('\n');
  expect(importInto(nothing, text).imported).toMatchObject({
    ...{ terms: 1, replacements: 2, leftOut: [] },
  });
});

test('an entry that matches case is another than one that does not', () => {
  const before = { keyterms: [], replacements: [{ from: 'us', to: 'we' }] };
  const { imported } = importInto(before, 'US → U.S. → match case\nUs → you → match case');
  expect(imported).toMatchObject({ replacements: 2, leftOut: [] });
});

test('an entry that matches case is known only in the same letters', () => {
  const exact = { from: 'US', to: 'U.S.', matchCase: true } as const;
  const before = { keyterms: [], replacements: [exact] };
  const { dictionary, imported } = importInto(
    before,
    'US → U.S. → match case\nus → U.S. → match case\nus → we',
  );
  expect(dictionary.replacements).toEqual([
    ...[exact, { from: 'us', to: 'U.S.', matchCase: true }, { from: 'us', to: 'we' }],
  ]);
  expect(imported).toMatchObject({ replacements: 2, known: 1, leftOut: [] });
});

test('a full list takes no more', () => {
  const terms = importInto(nothing, numbered(101));
  expect(terms.dictionary.keyterms).toHaveLength(100);
  expect(terms.imported.leftOut).toMatchObject([
    { line: 101, problem: { code: 'list-full', params: { most: 100 } } },
  ]);
  const replaced = importInto(nothing, numbered(202, ' → x'));
  expect(replaced.dictionary.replacements).toHaveLength(200);
  const full = { code: 'list-full', params: { most: 200 } };
  expect(replaced.imported.leftOut).toMatchObject([
    { line: 201, problem: full },
    { line: 202, problem: full },
  ]);
});
