import type { DatabaseSync } from 'node:sqlite';

/** All of the work is done, or none of it. */
export function inTransaction(database: DatabaseSync, work: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    // A full disk has ended the transaction already.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/** What was deleted goes out of the journal, too, which still holds the pages as they were. */
export const cutJournal = (database: DatabaseSync): void =>
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
