import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dictionaryText, readLine, type Entry } from './lines.ts';

const term = (text: string): Entry => ({ type: 'term', term: text });
const replacement = (from: string, to: string, matchCase?: true): Entry => ({
  type: 'replacement',
  replacement: { from, to, ...(matchCase && { matchCase }) },
});

test.each<[Entry, string]>([
  [term('CaptionKey'), 'CaptionKey'],
  [term('C:\\temp'), 'C:\\\\temp'],
  [replacement('caption key', 'CaptionKey'), 'caption key → CaptionKey'],
  [replacement('um', ''), 'um →'],
  [replacement('bullet', '\n- '), 'bullet → \\n-\\s'],
  [replacement('arrow', '→'), 'arrow → \\→'],
  [replacement('colon', '\u00A0:'), 'colon → \u00A0:'],
  [replacement('gap', '\u2003'), 'gap → \u2003'],
  [term('\u00A0!'), '\u00A0!'],
  [replacement('US', 'we', true), 'US → we → match case'],
])('%j is written as “%s”, and read again', (entry, line) => {
  expect(dictionaryText([entry])).toBe(`${line}\n`);
  expect(readLine(line)).toEqual(entry);
});

test('a dictionary has a line for each entry', () => {
  expect(dictionaryText([])).toBe('');
  expect(dictionaryText([term('Röde'), replacement('um', 'er')])).toBe('Röde\num → er\n');
});

test.each<[string, ReturnType<typeof readLine>]>([
  ['  CaptionKey  ', term('CaptionKey')],
  ['caption key\tCaptionKey', replacement('caption key', 'CaptionKey')],
  ['caption key\tCaptionKey\t\t', replacement('caption key', 'CaptionKey')],
  ['caption key→CaptionKey', replacement('caption key', 'CaptionKey')],
  ['\u00A0um\u00A0→ er', replacement('um', 'er')],
  ['US\twe\tMatch Case', replacement('US', 'we', true)],
  ['a\\d \\', term('a\\d \\')],
  ['a -> b', term('a -> b')],
  [' \t ', null],
  ['', null],
  ['→ b', { type: 'bad', why: 'no-words' }],
  ['→', { type: 'bad', why: 'no-words' }],
  ['\\s → x', { type: 'bad', why: 'no-words' }],
  ['\\n', { type: 'bad', why: 'no-words' }],
  ['a → b → c', { type: 'bad', why: 'more-fields' }],
  ['a → b → match case → c', { type: 'bad', why: 'more-fields' }],
])('“%s” is read', (line, entry) => {
  expect(readLine(line)).toEqual(entry);
});

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const entries = fc.oneof(
  words.filter((text) => text.trim() !== '').map(term),
  fc
    .tuple(words, words, fc.boolean())
    .filter(([from]) => from.trim() !== '')
    .map(([from, to, isExact]) => replacement(from.trim(), to, isExact || undefined)),
);

test('every entry is the same after it was written and read', () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const text = dictionaryText([entry]);
      expect(text.split(/\r\n|\n|\r/u)).toHaveLength(2);
      expect(readLine(text.slice(0, -1))).toEqual(entry);
    }),
  );
});
