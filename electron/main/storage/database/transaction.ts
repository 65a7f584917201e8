import type { DatabaseSync } from 'node:sqlite';

/** Does all of the work or none of it. */
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

/** Removes deleted data from the journal, too, which still has the old pages. */
export const cutJournal = (database: DatabaseSync): void =>
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
