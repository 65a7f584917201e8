import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PreferencesModel } from '../settings/preferences-model.ts';
import { SettingsStore } from '../settings/settings-store.ts';
import { DictionaryFile } from './dictionary-file.ts';

const stored = {
  keyterms: ['Röde', 'C:\\new'],
  replacements: [
    { from: 'bullet', to: '\n- ' },
    { from: 'US', to: 'we', matchCase: true },
    { from: 'um', to: '' },
  ],
};

let folder: string;
/** What the person answers in the dialog. */
let chosen: string | null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-dictionary-'));
  chosen = join(folder, 'dictionary.txt');
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(store: Record<string, unknown> = {}) {
  const file = { store, path: '/settings.json', set: () => undefined, keepCopy: () => undefined };
  const preferences = new PreferencesModel(new SettingsStore(file, 'linux'));
  const ask = { toSave: () => Promise.resolve(chosen), toOpen: () => Promise.resolve(chosen) };
  return { file, dictionary: new DictionaryFile(preferences, ask) };
}

test('an empty dictionary that imports an exported one is the same', async () => {
  expect(await open(structuredClone(stored)).dictionary.export()).toEqual({
    ok: true,
    value: chosen,
  });
  expect(readdirSync(folder)).toEqual(['dictionary.txt']);
  const { file, dictionary } = open({});
  expect(await dictionary.import()).toEqual({
    ok: true,
    value: { terms: 2, replacements: 3, known: 0, leftOut: [] },
  });
  expect(file.store).toEqual(stored);
});

test('the file is plain text', async () => {
  await open(structuredClone(stored)).dictionary.export();
  expect(readFileSync(join(folder, 'dictionary.txt'), 'utf8')).toBe(
    'Röde\nC:\\\\new\nbullet → \\n-\\s\nUS → we → match case\num →\n',
  );
});

test('what is there stays, and a bad line is named', async () => {
  writeFileSync(chosen ?? '', '\uFEFFRöde\r\n→ x\r\nBernd\r\n');
  const { file, dictionary } = open(structuredClone(stored));
  expect(await dictionary.import()).toMatchObject({
    value: { terms: 1, replacements: 0, known: 1, leftOut: [{ line: 2 }] },
  });
  expect(file.store).toEqual({ ...stored, keyterms: [...stored.keyterms, 'Bernd'] });
});

test.each([
  ['UTF-16', Buffer.from('\uFEFFRöde', 'utf16le')],
  ['UTF-16 without a mark', Buffer.from('Rode', 'utf16le')],
  ['Latin-1', Buffer.from('Röde', 'latin1')],
  ['too long', Buffer.alloc(5_000_001, 'a')],
])('a file in %s is refused, and changes nothing', async (_, bytes) => {
  writeFileSync(chosen ?? '', bytes);
  const { file, dictionary } = open();
  expect(await dictionary.import()).toMatchObject({ problem: { code: 'not-a-dictionary' } });
  expect(file.store).toEqual({});
});

test('a huge file is refused before it is read', async () => {
  // Longer than a buffer can be, so reading it would fail with another problem. It takes no room on disk.
  writeFileSync(chosen ?? '', '');
  truncateSync(chosen ?? '', 5_000_000_000);
  expect(await open().dictionary.import()).toMatchObject({ problem: { code: 'not-a-dictionary' } });
});

test('a missing file, an empty dictionary and a missing folder have a sentence each', async () => {
  const { dictionary } = open();
  expect(await dictionary.import()).toMatchObject({ problem: { code: 'cannot-import' } });
  expect(await dictionary.export()).toMatchObject({ problem: { code: 'nothing-to-export' } });
  chosen = join(folder, 'missing', 'file.txt');
  const full = open(structuredClone(stored));
  expect(await full.dictionary.export()).toMatchObject({ problem: { code: 'cannot-export' } });
});

test('a person who cancels changes nothing', async () => {
  chosen = null;
  const { file, dictionary } = open(structuredClone(stored));
  expect(await dictionary.export()).toEqual({ ok: true, value: null });
  expect(await dictionary.import()).toEqual({ ok: true, value: null });
  expect(file.store).toEqual(stored);
});
