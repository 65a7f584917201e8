import { existsSync, renameSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { failed, ok, type Result } from '#shared/result.ts';
import type { Problem } from '#shared/status.ts';
import { openDatabase } from './database.ts';
import { isCorrupt, problemOf } from './failure.ts';
import { openStore, type Handlers, type OpenStore } from './handlers.ts';

/** So many take some 10 ms, for which a call may have to wait. */
const textsAtATime = 50;

interface Open extends OpenStore {
  database: DatabaseSync;
  /** Tells this file from another that takes its name. */
  identity: string;
}

/**
 * The database file, open while it can be. What stands in its way may go away (a full disk, a
 * missing folder), so every call tries anew.
 */
export class StoreFile {
  readonly #path: string;
  readonly #runId: string;
  readonly #notice: (problem: Problem) => void;
  #open: Open | null = null;

  /** @param notice told what happened to the file while calls go on */
  constructor(path: string, runId: string, notice: (problem: Problem) => void) {
    this.#path = path;
    this.#runId = runId;
    this.#notice = notice;
  }

  /** Works on the database. One that turns out damaged is set aside, and the call done in a new one. */
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
      const { code, sentence } = problemOf(error, this.#path);
      return failed(code, sentence);
    }
  }

  /**
   * Puts some texts of an older version into the index of the search. Where that fails, the rest waits
   * until the file is opened again; until then it is searched without the index.
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
      this.#notice({
        code: 'store-gone',
        sentence: `${this.#path} was taken away while CaptionKey ran, so what was said before is not in it. A new one is begun.`,
      });
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

  /** With its journal, because what can be saved of it may be in there. */
  #setAside(): void {
    this.close();
    const setAside = `${this.#path}.corrupt-${Date.now()}`;
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(this.#path + suffix)) renameSync(this.#path + suffix, setAside + suffix);
    this.#notice({
      code: 'store-set-aside',
      sentence: `${this.#path} could not be read, so CaptionKey starts without what was said before. It is kept as ${setAside}.`,
    });
  }
}

function identityOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? 'none' : `${stat.dev}:${stat.ino}`;
}
