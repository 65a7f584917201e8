import { chmodSync, closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { searchText } from '#shared/search.ts';
import { DamagedError, StoreError } from './failure.ts';
import { gramsOf } from './grams.ts';
import { migrations } from './migrations.ts';
import { inTransaction } from './transaction.ts';

/** Another program that looks into the file is waited for, as long as nobody notices. */
const busyTimeoutMs = 1_000;

const versionSchema = v.object({ user_version: v.number() });

/**
 * Opens the database, made where there is none and brought up to date where it is older.
 *
 * @throws StoreError where a newer CaptionKey made it, which is left alone; DamagedError where it
 *   contradicts itself; SQLite's or the file system's error where it cannot be used
 */
export function openDatabase(path: string): DatabaseSync {
  // What SQLite makes beside the file has the file's mode.
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  refuseNewer(path);
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    // FULL: a turn that was shown as final outlives a power cut, too, for one flush a turn
    // (fullfsync: on macOS a flush otherwise stops at the disk's own memory).
    // What is deleted is overwritten, and no speech goes into temporary files.
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA fullfsync = ON;
      PRAGMA secure_delete = ON;
      PRAGMA temp_store = MEMORY;
    `);
    addFunctions(database);
    refuseDamaged(database);
    migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** The triggers that keep the indexes of texts call these. */
function addFunctions(database: DatabaseSync): void {
  const options = { deterministic: true };
  database.function('search_text', options, (text) => searchText(String(text)));
  database.function('search_grams', options, (text) => gramsOf(String(text)));
}

/** Read-only, because merely opening a database to write may change it. */
function refuseNewer(path: string): void {
  const database = new DatabaseSync(path, { readOnly: true, timeout: busyTimeoutMs });
  try {
    if (versionOf(database) <= migrations.length) return;
  } finally {
    database.close();
  }
  throw new StoreError({
    code: 'store-newer',
    sentence: `${path} was made by a newer CaptionKey, so what is said now is not kept. Install the newer one.`,
  });
}

/**
 * At the start, when nothing has been said yet; found later, it would cost what was saved since. The
 * tables that hold the indexes of the search are checked as all others are. The words in an index are
 * not read one by one, which would take five times as long as the rest.
 */
function refuseDamaged(database: DatabaseSync): void {
  const finding = database.prepare(`
    SELECT quick_check FROM pragma_table_list AS tables JOIN pragma_quick_check(tables.name)
    WHERE tables.schema = 'main' AND tables.type <> 'virtual' AND quick_check <> 'ok' LIMIT 1`);
  if (finding.get() !== undefined) throw new DamagedError();
}

function migrate(database: DatabaseSync): void {
  inTransaction(database, () => {
    for (const step of migrations.slice(versionOf(database))) database.exec(step);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
}

const versionOf = (database: DatabaseSync): number =>
  v.parse(versionSchema, database.prepare('PRAGMA user_version').get()).user_version;
