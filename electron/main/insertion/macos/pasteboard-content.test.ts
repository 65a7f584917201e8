import { expect, test } from 'vitest';
import { completeContent, isRemote, reachOf, readItems, writeItem } from './pasteboard-content.ts';

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

/** An item of four bytes in each type that records which types are read. */
const itemOf = (types: string[], reads: string[]) => ({
  types,
  read: (type: string) => {
    reads.push(type);
    return type === 'promised' ? null : word;
  },
});

test('each type is read, also one whose owner gives no data', () => {
  const reads: string[] = [];
  const items = [itemOf([text, 'promised'], reads), itemOf(['public.png'], reads)];
  expect(readItems(items, 8)).toEqual([
    new Map([
      [text, word],
      ['promised', null],
    ]),
    new Map([['public.png', word]]),
  ]);
});

test('nothing more is read once it is too much', () => {
  const reads: string[] = [];
  const items = [itemOf([text, 'public.png'], reads), itemOf(['public.tiff', text], reads)];
  expect(readItems(items, 11)).toBeNull();
  expect(reads).toEqual([text, 'public.png', 'public.tiff']);
});

test('content of another device is recognised', () => {
  expect([isRemote([text]), isRemote([text, 'com.apple.is-remote-clipboard'])]).toEqual([
    false,
    true,
  ]);
});

test.each([
  ['every type', [], true],
  ['all but a mark', ['org.nspasteboard.TransientType'], true],
  ['not the text', [text], false],
])('an item of which macOS takes %s is complete: %s', (_what, refused: string[], isComplete) => {
  const item = new Map([
    [text, word],
    ['org.nspasteboard.TransientType', Buffer.alloc(0)],
  ]);
  const offered: string[] = [];
  const set = (type: string): boolean => offered.push(type) > 0 && !refused.includes(type);
  expect(writeItem(item, set)).toBe(isComplete);
  expect(offered).toEqual([...item.keys()]);
});
