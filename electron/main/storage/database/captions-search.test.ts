import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StatementSync, type DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { CaptionsSearch, mostRead, mostSorted } from './captions-search.ts';
import { openDatabase } from './database.ts';

let folder: string;
let database: DatabaseSync;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'captionkey-search-'));
  database = openDatabase(join(folder, 'captionkey.db'));
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** Stores turns with ids from `first`, each in the session of captions that `session` returns for it. */
function store(first: number, texts: string[], session: (index: number) => number): void {
  const insert = database.prepare(`
    INSERT INTO turns (id, start_sample, end_sample, text, created_at_ms) VALUES (?, ?, ?, ?, 0)`);
  const assign = database.prepare('UPDATE turns SET captions_id = ? WHERE id = ?');
  for (const [index, text] of texts.entries()) {
    insert.run(first + index, index, index + 1, text);
    assign.run(session(index), first + index);
  }
}

const sessions = 4;
/** As many turns as make the word frequent. */
const turns = mostSorted + 1;

test('a word that very many turns have is found newest session first, in pages', () => {
  database.exec('BEGIN');
  for (let id = 1; id <= sessions; id += 1)
    database.exec(`INSERT INTO captions (id, started_at_ms, start_sample) VALUES (${id}, 0, 0)`);
  // The first session's turn is stored last, as after a recovery.
  const texts = Array.from({ length: turns }, (_, n) => (n % 2 ? `common ${n}` : `Common, ${n}`));
  store(1, texts, (index) => 2 + Math.floor((index * 3) / turns));
  store(turns + 1, ['common, recovered'], () => 1);
  database.exec('COMMIT');

  const search = new CaptionsSearch(database);
  const firstOf = (session: number): number => 1 + Math.ceil(((session - 2) * turns) / 3);
  expect(search.find('common', null, 2)).toEqual([
    { captionsId: 4, turnId: firstOf(4) },
    { captionsId: 3, turnId: firstOf(3) },
  ]);
  expect(search.find('common', 3, 2)).toEqual([
    { captionsId: 2, turnId: 1 },
    { captionsId: 1, turnId: turns + 1 },
  ]);
  expect(search.find('common recovered', null, 2)).toEqual([{ captionsId: 1, turnId: turns + 1 }]);
  expect(search.find('common absent', null, 2)).toEqual([]);
});

test('of a word that only old turns have, the newer turns are not all read', () => {
  const newer = mostRead + 1_000;
  database.exec('BEGIN');
  for (let id = 1; id <= sessions; id += 1)
    database.exec(`INSERT INTO captions (id, started_at_ms, start_sample) VALUES (${id}, 0, 0)`);
  store(1, Array<string>(turns).fill('common'), (index) => (index === 0 ? 1 : 2));
  // The session in which the reading ends has the word, too.
  const text = (index: number): string => (index === newer - 1 ? 'common at last' : 'other');
  store(
    turns + 1,
    Array.from({ length: newer }, (_, index) => text(index)),
    () => 3,
  );
  database.exec('COMMIT');

  const search = new CaptionsSearch(database);
  const texts = vi.spyOn(StatementSync.prototype, 'get');
  onTestFinished(() => texts.mockRestore());
  expect(search.find('common', null, 4)).toEqual([
    { captionsId: 3, turnId: turns + newer },
    { captionsId: 2, turnId: 2 },
    { captionsId: 1, turnId: 1 },
  ]);
  expect(texts.mock.calls.length).toBeLessThan(mostRead + 10);
});
