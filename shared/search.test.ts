import { describe, expect, test } from 'vitest';
import { searchText, searchWords } from './search.ts';

describe('a text as it is searched', () => {
  test.each([
    ['Naïve CAFÉ', 'naive cafe'],
    ['cafe\u0301', 'cafe'],
    ['Größe, Łódź, Ørsted, Æon', 'grosse, lodz, orsted, aeon'],
    ['ΟΔΌΣ', 'οδοσ'],
    ['İstanbul, ışık', 'istanbul, isik'],
    ['Ёлка', 'елка'],
    ['don’t, donʼt, don´t', "don't, don't, don't"],
    ['ＡＢＣ　１２', 'abc 12'],
    ['ｶﾞｷﾞ', 'ガギ'],
    ['가', '가'],
    ['مُحَمَّد أحمد', 'محمد احمد'],
    ['שָׁלוֹם', 'שלום'],
    ['می\u200cخواهم', 'ميخواهم'],
    ['co\u00adoperate', 'cooperate'],
    ['e‑mail', 'e-mail'],
    ['👍🏽 ok', '👍🏽 ok'],
  ])('%j is %j', (text, searched) => {
    expect(searchText(text)).toBe(searched);
  });

  test.each([
    ['か', 'が'],
    ['กา', 'กำ'],
    ['की', 'कु'],
    ['迁', '移'],
  ])('tells %s from %s', (one, other) => {
    expect(searchText(one)).not.toBe(searchText(other));
  });
});

test.each([
  ['quick  Fox ', ['quick', 'fox']],
  ['“Quick”, (fox)* a.b', ['quick', 'fox', 'a.b']],
  ["C++ #1 don't", ['c++', '#1', "don't"]],
  ['fox fox\0', ['fox']],
  ['...', ['...']],
  ['... fox', ['fox']],
  ['数据库　迁移', ['数据库', '迁移']],
  ['  ', []],
])('%j looks for %j', (typed, words) => {
  expect(searchWords(typed)).toEqual(words);
});
