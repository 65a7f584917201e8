import { expect, test } from 'vitest';
import { completeContent, reachOf } from './pasteboard-content.ts';

const text = 'public.utf8-plain-text';
const word = Buffer.from('word');
const types = [text];

test('items are kept in each type that their owner gives', () => {
  const items = [
    new Map([
      [text, word],
      ['public.html', null],
    ]),
    new Map([['public.png', word]]),
  ];
  expect(completeContent([text, 'public.html', 'public.png'], items)).toEqual([
    new Map([[text, word]]),
    new Map([['public.png', word]]),
  ]);
});

test('a mark of nspasteboard.org is kept without its data', () => {
  const concealed = 'org.nspasteboard.ConcealedType';
  expect(
    completeContent(types, [
      new Map([
        [text, word],
        [concealed, null],
      ]),
    ]),
  ).toEqual([
    new Map([
      [text, word],
      [concealed, Buffer.alloc(0)],
    ]),
  ]);
});

test('an item that is nothing but a mark is kept', () => {
  const mark = new Map([['org.nspasteboard.source', word]]);
  expect(completeContent(['org.nspasteboard.source'], [mark])).toEqual([mark]);
});

test('an empty pasteboard is complete', () => {
  expect(completeContent([], [])).toEqual([]);
});

test.each<[string, Map<string, Buffer | null>[]]>([
  ['no items, but types', []],
  ['an item that gives nothing', [new Map([[text, word]]), new Map([[text, null]])]],
  [
    'an item that gives nothing but its mark',
    [
      new Map([
        [text, null],
        ['org.nspasteboard.TransientType', null],
      ]),
    ],
  ],
])('%s cannot be restored', (_name, items) => {
  expect(completeContent(types, items)).toBe(null);
});

test('concealed content stays on this Mac', () => {
  const secret = new Map([
    [text, word],
    ['org.nspasteboard.ConcealedType', Buffer.alloc(0)],
  ]);
  expect(reachOf([new Map([[text, word]])])).toBe('all-devices');
  expect(reachOf([new Map([[text, word]]), secret])).toBe('this-mac');
});
