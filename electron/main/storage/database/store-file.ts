import { existsSync, renameSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { failed, ok, type Result } from '#shared/result.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { openDatabase } from './database.ts';
import { isCorrupt, problemOf } from './failure.ts';
import { openStore, type Handlers, type OpenStore } from './handlers.ts';

/** This many take about 10 ms, for which a call may have to wait. */
const textsAtATime = 50;

interface Open extends OpenStore {
  database: DatabaseSync;
  /** Distinguishes this file from another one with its name. */
  identity: string;
}

/**
 * The database file. Obstacles may go away (a full disk, a missing folder), so every call tries to open
 * it again.
 */
export class StoreFile {
  readonly #path: string;
  readonly #runId: string;
  readonly #notice: (problem: Problem) => void;
  #open: Open | null = null;

  /** @param notice called with problems of the file that do not stop calls */
  constructor(path: string, runId: string, notice: (problem: Problem) => void) {
    this.#path = path;
    this.#runId = runId;
    this.#notice = notice;
  }

  /** Works on the database. A damaged one is set aside, and the call uses a new one. */
  perform(work: (handlers: Handlers) => unknown): Result<unknown> {
    try {
      try {
        return ok(work(this.#handlers()));
      } catch (error) {
        if (!isCorrupt(error)) throw error;
        this.#setAside();
        return ok(work(this.#handlers()));
      }
    } catch (error) {
      return failed(problemOf(error, this.#path));
    }
  }

  /**
   * Adds some texts of an older version to the search index. If that fails, the rest waits until the
   * file is opened again, and is searched without the index until then.
   *
   * @returns whether there may be more
   */
  indexSome(): boolean {
    try {
      return this.#open?.indexSome(textsAtATime) ?? false;
    } catch {
      return false;
    }
  }

  close(): void {
    this.#open?.database.close();
    this.#open = null;
  }

  #handlers(): Handlers {
    if (this.#open !== null && this.#open.identity !== identityOf(this.#path)) {
      this.close();
      this.#notice(problem('store-gone', { path: this.#path }));
    }
    this.#open ??= this.#openFile();
    return this.#open.handlers;
  }

  #openFile(): Open {
    const database = openDatabase(this.#path);
    try {
      const store = openStore(database, this.#runId);
      return { database, ...store, identity: identityOf(this.#path) };
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Includes its journal, which may contain data that can be rescued. */
  #setAside(): void {
    this.close();
    const setAside = `${this.#path}.corrupt-${Date.now()}`;
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(this.#path + suffix)) renameSync(this.#path + suffix, setAside + suffix);
    this.#notice(problem('store-set-aside', { path: this.#path, aside: setAside }));
  }
}

function identityOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? 'none' : `${stat.dev}:${stat.ino}`;
}
