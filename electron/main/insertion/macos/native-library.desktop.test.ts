import { expect, test } from 'vitest';
import { NativeLibrary } from './native-library.ts';

const library = new NativeLibrary('libc.so.6');

test('a reference keeps all of its 64 bits', () => {
  const unchanged = library.reference('uintptr_t labs(uintptr_t reference)');
  // As macOS writes a small number on a Mac with an Intel processor.
  expect(unchanged(0x7123_4567_89ab_cdefn)).toBe(0x7123_4567_89ab_cdefn);
  expect(unchanged(0n)).toBe(0n);
});

test('of a truth value and of a 32-bit number, only their own bits count', () => {
  expect(library.number('bool labs(int64 value)')(0x100)).toBe(0);
  expect(library.number('bool labs(int64 value)')(0x101)).toBe(1);
  expect(library.number('int32 labs(int64 value)')(0x1_0000_002a)).toBe(42);
});

test('a number keeps its fraction', () => {
  expect(library.number('double strtod(const char *text, void *end)')('0.25', null)).toBe(0.25);
});

test('a function fills a buffer that it is given', () => {
  const copy = library.number('void memcpy(uint8 *to, const uint8 *from, uintptr_t length)');
  const bytes = Buffer.alloc(5);
  copy(bytes, Buffer.from('bytes'), bytes.length);
  expect(bytes.toString()).toBe('bytes');
});
