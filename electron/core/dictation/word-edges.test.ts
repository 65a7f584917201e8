import { expect, test } from 'vitest';
import { replaceWords } from './replacements.ts';

test.each([
  'd’anne',
  'Qu’anne vienne',
  'jusqu’anne vienne',
  'Lorsqu’anne vient',
  'puisqu’anne vient',
  'quoiqu’anne vienne',
])('a word begins after a short word in French: “%s”', (text) => {
  expect(replaceWords(text, [{ from: 'anne', to: 'Anne' }])).toBe(text.replace('anne', 'Anne'));
});

test.each([
  'l’arte',
  'un’arte antica',
  'all’arte',
  'dall’arte',
  'dell’arte',
  'nell’arte',
  'coll’arte',
  'sull’arte',
  'Quell’arte',
  'quest’arte',
  'bell’arte',
  'sant’arte',
])('a word begins after a short word in Italian: “%s”', (text) => {
  expect(replaceWords(text, [{ from: 'arte', to: 'Arte' }])).toBe(text.replace('arte', 'Arte'));
});

test.each(['pall’arte', 'ball’arte', 'soll’arte', 'toll’arte'])(
  'a word does not begin after any other: “%s”',
  (text) => {
    expect(replaceWords(text, [{ from: 'arte', to: 'Arte' }])).toBe(text);
  },
);

test('words are found in order, after short articles, too', () => {
  const replacements = [
    { from: 'hôpital', to: 'Hôpital' },
    { from: 'paris', to: 'Paris' },
  ];
  expect(replaceWords('à l’hôpital de paris', replacements)).toBe('à l’Hôpital de Paris');
});

test.each([
  ['The permit’s end', 'permit', 'The X’s end'],
  ['José’s car', 'José', 'X’s car'],
  ['Jose\u0301’s car', 'José', 'X’s car'],
])('a word ends before a possessive ’s: “%s”', (text, from, expected) => {
  expect(replaceWords(text, [{ from, to: 'X' }])).toBe(expected);
});

test.each([
  ['and it’s late', 'it'],
  ['so that’s all', 'that'],
  ['I know who’s here', 'who'],
])('a word does not end before the ’s of a verb: “%s”', (text, from) => {
  expect(replaceWords(text, [{ from, to: 'X' }])).toBe(text);
});

test.each([
  ['ซื้อiphoneใหม่', 'ซื้อiPhoneใหม่'],
  // The first of these ends with the sign of a tone.
  ['ที่iphoneใหม่', 'ที่iPhoneใหม่'],
  ['မြို့iphone', 'မြို့iPhone'],
])('a word begins where a script without spaces ends: “%s”', (text, expected) => {
  expect(replaceWords(text, [{ from: 'iphone', to: 'iPhone' }])).toBe(expected);
});

test.each([
  ['Les étudiant·e·s arrivent', 'étudiant'],
  ['un col·legi nou', 'col'],
])('a word goes on after a point in its middle: “%s”', (text, from) => {
  expect(replaceWords(text, [{ from, to: 'X' }])).toBe(text);
});

test('a word begins and ends where its script does, also after a tone mark', () => {
  const replacements = [{ from: 'app', to: 'App' }];
  expect(replaceWords('ที่app', replacements)).toBe('ที่App');
  expect(replaceWords('appที่', replacements)).toBe('Appที่');
  expect(replaceWords('使うappです', replacements)).toBe('使うAppです');
});
