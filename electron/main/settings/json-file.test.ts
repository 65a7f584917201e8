import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isUsable, setAside, valuesIn } from './json-file.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-json-'));
  path = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ...['null', '[]', '5', '"x"', 'true', '', ' \n', '{', '{"a": 1', 'no JSON at all'],
  ...['{"a": 1} {"b": 2}', '[{"microphone": null}]'],
])('%j is no settings', (text) => {
  writeFileSync(path, text);
  expect(isUsable(path)).toBe(false);
});

test.each([
  ['bytes that are no text', Buffer.from([0xff, 0xfe, 0, 1, 2])],
  ['UTF-16', Buffer.from('\uFEFF{"sounds": true}', 'utf16le')],
  ['a value that is no text', Buffer.from('{"prompt": "\xff"}', 'latin1')],
  ['zeros, as a power cut leaves them', Buffer.alloc(4_096)],
  ['more than any settings', Buffer.from(`{"prompt": "${'x'.repeat(11_000_000)}"}`)],
])('%s are no settings', (_what, bytes) => {
  writeFileSync(path, bytes);
  expect(isUsable(path)).toBe(false);
});

test('what is nested too deeply to be written again is no settings', () => {
  writeFileSync(path, `{"other": ${'['.repeat(200_000)}${']'.repeat(200_000)}}`);
  expect(isUsable(path)).toBe(false);
});

test('of a key that is there twice, the last counts', () => {
  writeFileSync(path, '{"sounds": false, "sounds": true}');
  expect(isUsable(path)).toBe(true);
  expect(valuesIn(readFileSync(path, 'utf8'))).toEqual({ sounds: true });
});

test('a folder of that name is no settings', () => {
  mkdirSync(path);
  expect(isUsable(path)).toBe(false);
  const aside = setAside(path);
  expect(existsSync(aside ?? '')).toBe(true);
  expect(existsSync(path)).toBe(false);
});

test('a file that is missing is begun', () => {
  expect(isUsable(path)).toBe(true);
});

test('a byte order mark, as editors of Windows write it, costs nothing', () => {
  writeFileSync(path, '\uFEFF{"sounds": true}');
  expect(isUsable(path)).toBe(true);
  expect(valuesIn(readFileSync(path, 'utf8'))).toEqual({ sounds: true });
});

test('what is set aside is kept as it was', () => {
  writeFileSync(path, '[]');
  const aside = setAside(path) ?? '';
  expect(aside).toMatch(/settings\.json\.corrupt-\d+$/);
  expect(readFileSync(aside, 'utf8')).toBe('[]');
});

test('where a file cannot be renamed, that is reported', () => {
  expect(setAside(join(folder, 'missing', 'settings.json'))).toBeNull();
});
