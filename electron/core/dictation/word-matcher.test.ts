import { expect, test } from 'vitest';
import { replaceWords } from './replacements.ts';

const replace = (text: string, from: string): string => replaceWords(text, [{ from, to: 'X' }]);

test.each(["'", '’', '‘', '‛', 'ʼ', 'ʻ', '′', '´', '`', '＇'])(
  'the apostrophe %s is like the one of the keyboard',
  (apostrophe) => {
    expect(replace("rock 'n' roll", `rock ${apostrophe}n${apostrophe} roll`)).toBe('X');
  },
);

test.each(['-', '‐', '‑'])('the hyphen %s is like the one of the keyboard', (hyphen) => {
  expect(replace(`an e${hyphen}mail`, 'e-mail')).toBe('an X');
  expect(replace(`an e-mail`, `e${hyphen}mail`)).toBe('an X');
});

test.each([
  ['an e’mail', 'e-mail'],
  ['an e+mail', 'e-mail'],
  ['newyork', 'new york'],
])('“%s” is not “%s”', (text, from) => {
  expect(replace(text, from)).toBe(text);
});

test.each([
  ['ＷＩＦＩ', 'wifi'],
  ['７月', '7月'],
])('“%s” is “%s” in wide letters and digits', (text, from) => {
  expect(replace(text, from)).toBe('X');
});

test.each(['new york', 'new  york', 'new\nyork', 'new\r\nyork', 'new \r\n york'])(
  'a space is as good as several, or as a line end: %j',
  (text) => {
    expect(replace(`in ${text} today`, 'new york')).toBe('in X today');
    expect(replace('in new york', text)).toBe('in X');
  },
);

test.each([
  ['SCHIEẞEN', 'schießen'],
  ['SCHIESSEN', 'schießen'],
  ['ΜΑΪΟΣ', 'μάιος'],
  ['ΟΔΟΣ ΑΘΗΝΑΣ', 'οδός αθηνάς'],
])('“%s” is “%s” in capitals', (text, from) => {
  expect(replace(text, from)).toBe('X');
});

test('a picture is found with its variation, and another that begins with it is not', () => {
  expect(replace('❤\ufe0f', '❤')).toBe('X');
  expect(replace('❤', '❤\ufe0f')).toBe('X');
  expect(replace('👁\u200d🗨', '👁\ufe0f\u200d🗨\ufe0f')).toBe('X');
  expect(replace('❤\ufe0f\u200d🔥', '❤')).toBe('❤\ufe0f\u200d🔥');
});

test('of entries with the same letters, the longer counts', () => {
  const replacements = [
    { from: 'york', to: 'York' },
    { from: 'new york', to: 'NY' },
  ];
  expect(replaceWords('in new york, york', replacements)).toBe('in NY, York');
});
