import * as v from 'valibot';
import type { Problem } from '#shared/status.ts';

/** SQLite's result codes that a person can do something about (sqlite.org/rescode.html). */
const sqlite = { busy: 5, locked: 6, readOnly: 8, corrupt: 11, full: 13, cannotOpen: 14, not: 26 };
/** Where the disk is full, the index beside the journal cannot be made, and that has its own code. */
const noRoomForIndex = 4_874;

const unwritable = ['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOENT', 'ENOTDIR'];

const sqliteErrorSchema = v.object({ errcode: v.number() });
const fileErrorSchema = v.object({ code: v.string() });

/** A failure whose sentence is known where it is found. */
export class StoreError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.sentence);
    this.problem = problem;
  }
}

/** SQLite can open the database and finds that it contradicts itself. */
export class DamagedError extends Error {}

/** Whether the database itself is damaged, or no database at all. */
export const isCorrupt = (error: unknown): boolean =>
  error instanceof DamagedError || [sqlite.corrupt, sqlite.not].includes(primaryCode(error));

/** What went wrong with the database at `path`, as one sentence. */
export function problemOf(error: unknown, path: string): Problem {
  if (error instanceof StoreError) return error.problem;
  if (isFull(error))
    return {
      code: 'store-full',
      sentence: 'The disk is full, so what is said is not kept. Free some space.',
    };
  const code = primaryCode(error);
  if (code === sqlite.busy || code === sqlite.locked)
    return {
      code: 'store-busy',
      sentence: `Another program uses ${path}, so what is said is not kept. Close it.`,
    };
  if (isUnwritable(error))
    return {
      code: 'store-unwritable',
      sentence: `${path} cannot be written, so what is said is not kept. Check that it and its folder belong to you.`,
    };
  return {
    code: 'store-failed',
    sentence: `${path} cannot be used, so what is said is not kept. Start CaptionKey again; if that does not help, move the file away.`,
  };
}

const isFull = (error: unknown): boolean =>
  primaryCode(error) === sqlite.full ||
  sqliteCode(error) === noRoomForIndex ||
  fileCode(error) === 'ENOSPC';

const isUnwritable = (error: unknown): boolean =>
  [sqlite.readOnly, sqlite.cannotOpen].includes(primaryCode(error)) ||
  unwritable.includes(fileCode(error));

/** The low byte says what kind of failure it is; the rest are details. */
const primaryCode = (error: unknown): number => sqliteCode(error) & 0xff;

const sqliteCode = (error: unknown): number => {
  const parsed = v.safeParse(sqliteErrorSchema, error);
  return parsed.success ? parsed.output.errcode : 0;
};

const fileCode = (error: unknown): string => {
  const parsed = v.safeParse(fileErrorSchema, error);
  return parsed.success ? parsed.output.code : '';
};
