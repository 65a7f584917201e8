import { chmodSync, closeSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import * as v from 'valibot';
import { problem } from '#shared/problem.ts';
import { searchText } from '#shared/search.ts';
import { DamagedError, StoreError } from './failure.ts';
import { gramsOf } from './grams.ts';
import { migrations } from './migrations.ts';
import { inTransaction } from './transaction.ts';
import { mainTuning } from '../../time/tuning.ts';

const versionSchema = v.object({ user_version: v.number() });

/**
 * Opens the database. Creates a missing one, and migrates an older one.
 *
 * @throws StoreError if a newer CaptionKey wrote it, which is left alone; DamagedError if it is
 * inconsistent; SQLite's or the file system's error if it cannot be used
 */
export function openDatabase(path: string): DatabaseSync {
  // Files that SQLite creates beside it have the file's mode.
  closeSync(openSync(path, 'a', 0o600));
  chmodSync(path, 0o600);
  refuseNewer(path);
  const database = new DatabaseSync(path, { timeout: mainTuning.databaseBusyTimeoutMs });
  try {
    // FULL: a turn that was shown as final survives a power cut, at the cost of one flush a turn
    // (fullfsync: on macOS a flush otherwise stops at the disk's own memory). Deleted data is
    // overwritten, and no speech goes into temporary files.
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

/** Adds the functions that the triggers of the text indexes call. */
function addFunctions(database: DatabaseSync): void {
  const options = { deterministic: true };
  database.function('search_text', options, (text) => searchText(String(text)));
  database.function('search_grams', options, (text) => gramsOf(String(text)));
}

/** Opens it read-only, because any other way of opening may change it. */
function refuseNewer(path: string): void {
  const database = new DatabaseSync(path, {
    readOnly: true,
    timeout: mainTuning.databaseBusyTimeoutMs,
  });
  try {
    if (versionOf(database) <= migrations.length) return;
  } finally {
    database.close();
  }
  throw new StoreError(problem('store-newer', { path }));
}

/**
 * Checks the database at the start. Damage that is found later would also cost what was saved since. The
 * tables of the search indexes are checked like the others. The words in an index are not read one by
 * one, which would take five times as long as the rest.
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
