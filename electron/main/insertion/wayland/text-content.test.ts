import { expect, test } from 'vitest';
import { textContent, textOf } from './text-content.ts';

const bytesOf = (text: string, type: string): Uint8Array | undefined =>
  textContent(text).find(({ mimeType }) => mimeType === type)?.bytes;

test.each(['text/plain;charset=utf-8', 'text/plain', 'UTF8_STRING', 'TEXT'])(
  'as %s a text is UTF-8',
  (type) => {
    expect(bytesOf('Größe 你好', type)).toEqual(Buffer.from('Größe 你好'));
  },
);

test('as STRING a text is Latin-1, as programs of X expect it', () => {
  expect(bytesOf('Größe\tnaïve\n', 'STRING')).toEqual(Buffer.from('Größe\tnaïve\n', 'latin1'));
});

test.each(['你好', '“', '🙂', 'a\u0007'])('%j has no STRING: Latin-1 cannot hold it', (text) => {
  expect(bytesOf(text, 'STRING')).toBeUndefined();
});

test('what a program offers in several encodings is read as UTF-8', () => {
  const utf8 = { mimeType: 'UTF8_STRING', bytes: Buffer.from('Größe 你好') };
  const latin1 = { mimeType: 'STRING', bytes: Buffer.from('Größe ??', 'latin1') };
  expect(textOf([latin1, utf8])).toBe('Größe 你好');
  expect(textOf([latin1])).toBe('Größe ??');
  expect(textOf([{ mimeType: 'image/png', bytes: Buffer.from('x') }])).toBeNull();
});
