import { expect, test } from 'vitest';
import { ArgumentReader, decodeMessage, encodeRequest } from './wire.ts';

test('decodes a request to the values that were encoded', () => {
  const bytes = encodeRequest(7, 3, [42, 'text/plain;charset=utf-8', -1, 'ü']);
  const decoded = decodeMessage(Buffer.concat([bytes, Buffer.from('more')]));
  expect(decoded?.message).toMatchObject({ object: 7, opcode: 3 });
  expect(decoded?.rest.toString()).toBe('more');
  const args = new ArgumentReader(decoded?.message.body ?? Buffer.alloc(0));
  expect([args.uint(), args.string(), args.uint(), args.string()]).toEqual([
    42,
    'text/plain;charset=utf-8',
    0xffff_ffff,
    'ü',
  ]);
});

test('returns null until the message is complete', () => {
  const bytes = encodeRequest(1, 0, ['interface', 5]);
  for (let length = 0; length < bytes.length; length += 1)
    expect(decodeMessage(bytes.subarray(0, length))).toBe(null);
  expect(decodeMessage(bytes)?.rest).toHaveLength(0);
});

test.each([
  ['is shorter than its head', [1, 0, 0, 0, 0, 0, 4, 0]],
  ['ends within a word', [1, 0, 0, 0, 0, 0, 10, 0]],
])('refuses a message that %s', (_what, bytes) => {
  expect(() => decodeMessage(Buffer.from(bytes))).toThrow(RangeError);
});

test('refuses to read past the end of a message', () => {
  expect(() => new ArgumentReader(Buffer.alloc(0)).uint()).toThrow(RangeError);
  const tooLong = Buffer.from([200, 0, 0, 0, 65, 0, 0, 0]);
  expect(() => new ArgumentReader(tooLong).string()).toThrow(RangeError);
});
