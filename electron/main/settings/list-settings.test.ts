import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { GuardedFile } from './guarded-file.ts';
import { valuesIn, type Values } from './json-file.ts';
import { SettingsStore } from './settings-store.ts';

/* Settings that are lists, in a real file: one bad entry does not cost the others. */
let folder: string;
let path: string;
let notices: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-lists-'));
  path = join(folder, 'settings.json');
  notices = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Opens settings.json with this in it, as a start of the app does. */
function open(stored: Values): SettingsStore {
  writeFileSync(path, JSON.stringify(stored));
  const file = new GuardedFile({
    path,
    get store() {
      return existsSync(path) ? valuesIn(readFileSync(path, 'utf8')) : {};
    },
    set store(changed: Values) {
      writeFileSync(path, JSON.stringify(changed));
    },
  });
  file.onSetAside((problem) => notices.push(sentenceOf(problem)));
  return new SettingsStore(file, 'linux');
}

const um = { from: 'um', to: '' };
const us = { from: 'US', to: 'USA', matchCase: true };
const slack = { app: 'Slack', language: 'de', pressEnter: true };
const place = (displayId: number) => ({ displayId, x: 0, y: 0 });
const count = <Entry>(length: number, entry: (index: number) => Entry): Entry[] =>
  Array.from({ length }, (_, index) => entry(index));

test.each([
  ['replacements', 'entry 2', [um, { from: '', to: 'x' }, us], [um, us]],
  ['replacements', 'entries 1, 3, 4 and 5', [null, um, 7, 'US', [us], us], [um, us]],
  ['replacements', 'entries 1 and 2', [{ from: 'um' }, { ...us, matchCase: 'no' }], []],
  ['replacements', '8 entries', [um, ...count(8, () => 'x')], [um]],
  ['replacements', 'entry 201', count(201, () => um), count(200, () => um)],
  ['replacements', 'entry 1', [{}, ...count(200, () => um)], count(200, () => um)],
  ['keyterms', 'entry 2', ['CaptionKey', 7, 'Röde'], ['CaptionKey', 'Röde']],
  ['keyterms', 'entry 1', ['x'.repeat(1_001), 'Röde'], ['Röde']],
  ['keyterms', '1000 entries', count(2_000, () => 'x'), count(1_000, () => 'x')],
  ['appProfiles', 'entry 2', [slack, { app: '' }], [slack]],
  ['appProfiles', 'entries 1, 2 and 3', [{}, { ...slack, language: 'xx' }, 7, slack], [slack]],
  ['appProfiles', 'entry 1', [{ ...slack, keyterms: [''] }, slack], [slack]],
  ['appProfiles', 'entry 1', [{ ...slack, prompt: 'x'.repeat(1_751) }, slack], [slack]],
  ['appProfiles', 'entry 1', [{ ...slack, pressEnter: 'yes' }, slack], [slack]],
  ['appProfiles', 'entry 51', count(51, () => slack), count(50, () => slack)],
  ['languageCodes', 'entry 2', ['en', null, 'de'], ['en', 'de']],
  ['knownRedirects', 'entry 2', ['a b', {}, 'c d'], ['a b', 'c d']],
  ['knownRedirects', 'entry 1', count(51, String), count(51, String).slice(1)],
  ['captionsPositions', 'entry 2', [place(1), { displayId: 2, x: 0.5, y: 0 }], [place(1)]],
  ['captionsPositions', 'entry 1', count(21, place), count(21, place).slice(1)],
] as const)('of %s, only %s is left out', (name, left, stored, kept) => {
  const settings = open({ [name]: stored, sounds: true });
  expect(settings.all).toMatchObject({ [name]: kept, sounds: true });
  expect(settings.problem && sentenceOf(settings.problem)).toBe(
    `CaptionKey ignores ${left} of ${name} in settings.json. Correct it in ${path}, then start CaptionKey again.`,
  );
});

test('lists and other settings that do not fit are named together', () => {
  const settings = open({ region: 'mars', keyterms: [7, 'Röde'], replacements: [um, null] });
  expect(settings.all).toMatchObject({ region: 'global', keyterms: ['Röde'], replacements: [um] });
  expect(settings.problem && sentenceOf(settings.problem)).toMatch(
    /^What settings\.json says of region can't be used, so the default is\. CaptionKey ignores entry 1 of keyterms and entry 2 of replacements in settings\.json/,
  );
});

test('a change of a list keeps a copy of the file with the entries that it replaces', () => {
  const settings = open({ replacements: [um, { from: '' }], region: 'eu' });
  const before = readFileSync(path, 'utf8');
  expect(settings.choose('replacements', [um, us]).ok).toBe(true);
  expect(settings.problem).toBeNull();
  expect(valuesIn(readFileSync(path, 'utf8'))).toEqual({ replacements: [um, us], region: 'eu' });
  expect(notices).toHaveLength(1);
  const copy = / is kept as (.+)\.$/.exec(notices[0] ?? '')?.[1] ?? '';
  expect(readFileSync(copy, 'utf8')).toBe(before);
});

test('a change of another setting leaves the entries where they are', () => {
  const settings = open({ replacements: [um, { from: '' }] });
  expect(settings.choose('sounds', true).ok).toBe(true);
  expect(valuesIn(readFileSync(path, 'utf8'))).toEqual({
    replacements: [um, { from: '' }],
    sounds: true,
  });
  expect(settings.problem && sentenceOf(settings.problem)).toContain('entry 2 of replacements');
  expect(readdirSync(folder)).toEqual(['settings.json']);
});
