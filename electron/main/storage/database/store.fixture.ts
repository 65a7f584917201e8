import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';
import { sentenceOf } from '#shared/messages/index.ts';
import type { Result } from '#shared/result.ts';
import type { Problem } from '#shared/problem.ts';
import { storedTurnSchema, type NewTurn } from './records.ts';
import type { StartStoreWorker } from './store-thread.ts';
import { Store } from './store.ts';
import { turnColumns } from './turns.ts';

/** Only the lanes of Linux name a folder; a missing variable would be a folder named “undefined”. */
const { NODE_COMPILE_CACHE } = process.env;

/** Starts the store's thread from its source, which is compiled once for all tests. */
export const startWorker: StartStoreWorker = (workerData) =>
  new Worker(new URL('worker.ts', import.meta.url), {
    workerData,
    env: NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE },
  });

/** A user-data folder, and the starts of the app in it. */
export class StoreDesk {
  readonly folder = mkdtempSync(join(tmpdir(), 'captionkey-store-'));
  readonly path = join(this.folder, 'captionkey.db');
  /** The notices of the stores. */
  readonly notices: Problem[] = [];
  readonly #stores: Store[] = [];

  /** The store of one start of the app. */
  start(path = this.path): Store {
    const store = new Store(startWorker, path, (problem) => this.notices.push(problem));
    this.#stores.push(store);
    return store;
  }

  async clear(): Promise<void> {
    await Promise.all(this.#stores.map((store) => store.close()));
    rmSync(this.folder, { recursive: true });
  }
}

/** @throws with the sentence of a failure */
export async function value<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(sentenceOf(result.problem));
  return result.value;
}

export const turn = (text: string, changes: Partial<NewTurn> = {}): NewTurn => ({
  recordingId: null,
  startSample: 0,
  endSample: 16_000,
  text,
  language: 'en',
  createdAtMs: 1_790_000_000_000,
  ...changes,
});

/** The turns in the file of a store that has opened it, oldest first. */
export function storedTurns(path: string) {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const rows = database.prepare(`SELECT ${turnColumns} FROM turns ORDER BY id`).all();
    return v.parse(v.array(storedTurnSchema), rows);
  } finally {
    database.close();
  }
}

export const texts = (turns: { text: string }[]): string[] => turns.map(({ text }) => text);
