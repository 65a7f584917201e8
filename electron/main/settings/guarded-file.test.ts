import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { GuardedFile } from './guarded-file.ts';
import { valuesIn, type Values } from './json-file.ts';
import { KeyStore } from './key-store.ts';
import { SettingsStore } from './settings-store.ts';

let folder: string;
let path: string;
let said: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-guarded-'));
  path = join(folder, 'settings.json');
  said = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Reads and writes as electron-store does: the disk is read each time, and a missing file is empty. */
const open = (values: Values): GuardedFile => {
  writeFileSync(path, JSON.stringify(values));
  const file = new GuardedFile({
    path,
    get store() {
      return existsSync(path) ? valuesIn(readFileSync(path, 'utf8')) : {};
    },
    set store(changed: Values) {
      writeFileSync(path, JSON.stringify(changed));
    },
  });
  file.onSetAside((problem) => said.push(sentenceOf(problem)));
  return file;
};

const keptAs = (sentence = ''): string => / is kept as (.+)\.$/.exec(sentence)?.[1] ?? '';

test.each(['[]', 'null', '5', '', '{"prompt": ', '\u0000\u0000', '{"a": 1} trailing'])(
  'settings that became %j while the app ran are set aside, and none is lost',
  (broken) => {
    const settings = new SettingsStore(open({ prompt: 'Two talk.', other: 7 }), 'linux');
    writeFileSync(path, broken);
    expect(settings.choose('sounds', true)).toEqual({ ok: true, value: null });
    expect(settings.all).toMatchObject({ prompt: 'Two talk.', sounds: true });
    expect(valuesIn(readFileSync(path, 'utf8'))).toEqual({
      ...{ prompt: 'Two talk.', other: 7, sounds: true },
    });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^settings\.json couldn't be read/);
    expect(readFileSync(keptAs(said[0]), 'utf8')).toBe(broken);
  },
);

test('several settings are kept at once beside a file that broke', () => {
  const settings = new SettingsStore(open({ prompt: 'Two talk.' }), 'linux');
  writeFileSync(path, '[]');
  expect(settings.keep({ sounds: true, region: 'eu' }).ok).toBe(true);
  expect(valuesIn(readFileSync(path, 'utf8'))).toEqual({
    ...{ prompt: 'Two talk.', sounds: true, region: 'eu' },
  });
});

test('a folder in the place of the file is set aside, too', () => {
  const settings = new SettingsStore(open({ prompt: 'Two talk.' }), 'linux');
  rmSync(path);
  mkdirSync(path);
  expect(settings.choose('sounds', true).ok).toBe(true);
  expect(settings.all.prompt).toBe('Two talk.');
});

test('a file that another program has changed well is read again, and nothing is said', () => {
  const settings = new SettingsStore(open({ prompt: 'Two talk.' }), 'linux');
  writeFileSync(path, '{"prompt": "Three talk."}');
  settings.choose('sounds', true);
  expect(settings.all).toMatchObject({ prompt: 'Three talk.', sounds: true });
  expect(said).toEqual([]);
});

test('what only looks like a prototype is a value like any other', () => {
  const file = open({});
  writeFileSync(path, '{"__proto__": {"sounds": true}, "constructor": 5, "prompt": "x"}');
  const settings = new SettingsStore(file, 'linux');
  expect(settings.all).toMatchObject({ prompt: 'x', sounds: false });
  expect(settings.choose('preRoll', true).ok).toBe(true);
  expect({}).not.toHaveProperty('sounds');
});

test.each(['[]', 'garbage', '{"encryptedKey":'])(
  'a key is stored and forgotten though the credentials became %j',
  async (broken) => {
    const cipher = {
      isAvailable: () => Promise.resolve(true),
      encrypt: (text: string) => Promise.resolve(`<${text}>`),
      decrypt: (text: string) => Promise.resolve(text.slice(1, -1)),
    };
    const keys = new KeyStore(open({}), cipher, undefined);
    writeFileSync(path, broken);
    await keys.save('new-key');
    expect(keys.note).toBeNull();
    expect(readFileSync(path, 'utf8')).toBe('{"encryptedKey":"<new-key>"}');
    writeFileSync(path, broken);
    expect(keys.forget()).toEqual({ ok: true, value: null });
    expect(readFileSync(path, 'utf8')).toBe('{}');
  },
);
