import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { patient } from '../../../../test/support/patient.ts';
import { copyVersionFolder } from '../../../../test/support/version-folder.ts';
import { openDatabase } from './database.ts';
import { migrations } from './migrations.ts';
import { stopStoreClock } from './still-clock.fixture.ts';
import { StoreDesk, texts, value } from './store.fixture.ts';
import type { Store } from './store.ts';
import { TextSearch } from './text-search.ts';

stopStoreClock();

let desk: StoreDesk;
beforeEach(() => {
  desk = new StoreDesk();
});
afterEach(() => desk.clear());

async function dictate(store: Store, text: string): Promise<number> {
  const begun = { startedAtMs: 0, app: null, startSample: 0 };
  const id = await value(store.beginDictation(begun));
  const ended = { text, isPartial: false, durationMs: 1, startSample: 0, endSample: 1 };
  await value(store.finishDictation(id, ended));
  return id;
}

const found = async (store: Store, typed: string, beforeId: number | null = null, limit = 9) =>
  texts(await value(store.searchDictations(typed, beforeId, limit)));

const said = [
  '数据库迁移完成',
  '東京タワーに行きました',
  'ไปเที่ยวกรุงเทพมหานคร',
  'ذهبتُ إلى المدرسةِ أمس',
  'הלכתי לבית הספר',
  '오늘 서울에서 만났어요',
  'Die Größe der Straße: naïve Idee, cafe\u0301 au lait',
  'ΟΔΥΣΣΕΥΣ στην οδό',
  'I don’t write C++ or 3.5e-7, really 👍🏽',
  'ＦＵＬＬ　ｗｉｄｔｈ',
];

test.each([
  ['迁移', 0],
  ['迁', 0],
  ['据库迁移完', 0],
  ['タワー', 1],
  ['京', 1],
  ['ﾀﾜｰ', 1],
  ['行きました', 1],
  ['กรุงเทพ', 2],
  ['เที่ยว', 2],
  ['ท', 2],
  ['ذهبت', 3],
  ['درس', 3],
  ['امس', 3],
  ['לבית', 4],
  ['סֵפֶר', 4],
  ['서울', 5],
  ['났어', 5],
  ['GRÖẞE', 6],
  ['grosse', 6],
  ['naive idee', 6],
  ['AU CAFÉ', 6],
  ['traß', 6],
  ['οδυσσευς', 7],
  ["don't", 8],
  ['donʼt', 8],
  ['c++', 8],
  ['5e-7', 8],
  ['👍', 8],
  ['full', 9],
  ['width FULL', 9],
])('“%s” is found in the one text that has it', (typed, index) => {
  const database = openDatabase(desk.path);
  const insert = database.prepare(
    "INSERT INTO dictations (run_id, started_at_ms, start_sample, text) VALUES ('', 0, 0, ?)",
  );
  for (const text of said) insert.run(text);
  const search = new TextSearch(database, 'dictations');
  expect(search.find(typed, null, 9).map((id) => said[id - 1])).toEqual([said[index]]);
  database.close();
});

test('a text with all parts of a word in another order is not found', async () => {
  const store = desk.start();
  await dictate(store, 'abcde bcd cdef');
  expect(await found(store, 'abcdef')).toEqual([]);
  expect(await found(store, 'abcde')).toHaveLength(1);
});

test('deleted or rewritten text is removed from the index', async () => {
  const store = desk.start();
  const deleted = await dictate(store, '数据库迁移完成 zyx');
  await dictate(store, 'stays');
  await value(store.deleteDictations([deleted]));
  await store.close();
  const database = openDatabase(desk.path);
  database.exec(
    "CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'dictation_grams', 'row')",
  );
  const words = database.prepare('SELECT term FROM words ORDER BY term').all();
  expect(words.map(({ term }) => term)).toEqual(
    ['a', 'ay', 'ays', 's', 'st', 'sta', 't', 'ta', 'tay', 'y', 'ys'].sort(),
  );
  database.exec("INSERT INTO dictation_grams (dictation_grams) VALUES ('integrity-check')");
  database.close();
});

describe('a database of version 0.1', () => {
  /** A database of that version. */
  function writeOld(texts: string[]): void {
    const old = new DatabaseSync(desk.path);
    old.exec(`${migrations.slice(0, 2).join('')} PRAGMA user_version = 2; BEGIN;`);
    const dictation = old.prepare(
      "INSERT INTO dictations (run_id, started_at_ms, start_sample, text) VALUES ('old', 0, 0, ?)",
    );
    const turn = old.prepare(
      'INSERT INTO turns (start_sample, end_sample, text, created_at_ms) VALUES (0, 1, ?, 0)',
    );
    for (const text of texts) {
      dictation.run(text);
      turn.run(text);
    }
    old.exec('COMMIT');
    old.close();
  }

  const unindexed = (): unknown => {
    const database = new DatabaseSync(desk.path, { readOnly: true });
    const counted = database.prepare(`
      SELECT (SELECT count(*) FROM dictations WHERE search_text IS NULL)
        + (SELECT count(*) FROM turns WHERE search_text IS NULL) AS count`);
    const { count } = counted.get() ?? {};
    database.close();
    return count;
  };

  test('can be searched as soon as it is open, and is indexed afterwards', async () => {
    writeOld(['old 迁移', ...Array.from({ length: 300 }, (_, n) => `number ${n}`)]);
    const store = desk.start();
    const opened = store.open();
    const first = found(store, '迁移');
    const newest = found(store, 'umber 29', null, 2);
    await value(opened);
    expect(await first).toEqual(['old 迁移']);
    expect(await newest).toEqual(['number 299', 'number 298']);
    await vi.waitFor(() => expect(unindexed()).toBe(0), patient);
    expect(await found(store, '迁移')).toEqual(['old 迁移']);
    expect(texts(await value(store.searchCaptions('迁移', null, 9)))).toEqual(['old 迁移']);
  });

  test('keeps all of its texts, and finds them', async () => {
    const folder = copyVersionFolder('0.1');
    const path = join(folder, 'captionkey.db');
    const before = new DatabaseSync(path, { readOnly: true });
    const said = before.prepare('SELECT text FROM dictations ORDER BY id DESC').all();
    before.close();
    const store = desk.start(path);
    expect(texts(await value(store.dictations(null, 99)))).toEqual(said.map(({ text }) => text));
    const found = await value(store.searchDictations('very wind', null, 9));
    expect(texts(found)).toEqual(['Captions float above every window while people talk.']);
    const inCaptions = await value(store.searchCaptions('aid is LO', null, 9));
    expect(texts(inCaptions)).toEqual(['that was said is lost.']);
    await store.close();
    rmSync(folder, { recursive: true });
  });

  test('is in order and in pages while only a part of it is indexed', () => {
    writeOld(['word 1', 'word 2', 'word 3', 'word 4']);
    const database = openDatabase(desk.path);
    const search = new TextSearch(database, 'dictations');
    expect(search.indexSome(1)).toBe(true);
    // A text that is written again is in the index, although newer ones are not.
    database.exec("UPDATE dictations SET text = 'word one' WHERE id = 1");
    expect(search.find('ord', null, 9)).toEqual([4, 3, 2, 1]);
    expect(search.find('ord', null, 2)).toEqual([4, 3]);
    expect(search.find('ord', 3, 2)).toEqual([2, 1]);
    expect(search.find('one', null, 2)).toEqual([1]);
    expect(search.indexSome(9)).toBe(false);
    expect(search.find('ord', null, 3)).toEqual([4, 3, 2]);
    database.close();
  });

  test('loses deleted texts completely, also before they are indexed', () => {
    writeOld(['zebrafinken', 'stays']);
    const database = openDatabase(desk.path);
    database.exec('DELETE FROM dictations WHERE id = 1');
    const search = new TextSearch(database, 'dictations');
    expect(search.indexSome(9)).toBe(false);
    expect(search.find('zebra', null, 9)).toEqual([]);
    expect(search.find('tay', null, 9)).toEqual([2]);
    database.close();
  });
});
