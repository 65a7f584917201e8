import * as v from 'valibot';
import { problem, type Problem } from '#shared/problem.ts';

/** SQLite's result codes with a problem that a person can solve (sqlite.org/rescode.html). */
const sqlite = { busy: 5, locked: 6, readOnly: 8, corrupt: 11, full: 13, cannotOpen: 14, not: 26 };
/** The extended code for a full disk on which the index beside the journal cannot be created. */
const noRoomForIndex = 4_874;

const unwritable = ['EACCES', 'EPERM', 'EROFS', 'EISDIR', 'ENOENT', 'ENOTDIR'];

const sqliteErrorSchema = v.object({ errcode: v.number() });
const fileErrorSchema = v.object({ code: v.string() });

/** A failure with its problem. */
export class StoreError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

/** SQLite can open the database, which is inconsistent. */
export class DamagedError extends Error {}

/** Whether the database is damaged, or is no database. */
export const isCorrupt = (error: unknown): boolean =>
  error instanceof DamagedError || [sqlite.corrupt, sqlite.not].includes(primaryCode(error));

/** The problem for an error of the database at `path`. */
export function problemOf(error: unknown, path: string): Problem {
  if (error instanceof StoreError) return error.problem;
  if (isFull(error)) return problem('store-full', {});
  const code = primaryCode(error);
  if (code === sqlite.busy || code === sqlite.locked) return problem('store-busy', { path });
  return problem(isUnwritable(error) ? 'store-unwritable' : 'store-failed', { path });
}

const isFull = (error: unknown): boolean =>
  primaryCode(error) === sqlite.full ||
  sqliteCode(error) === noRoomForIndex ||
  fileCode(error) === 'ENOSPC';

const isUnwritable = (error: unknown): boolean =>
  [sqlite.readOnly, sqlite.cannotOpen].includes(primaryCode(error)) ||
  unwritable.includes(fileCode(error));

/** The low byte is the kind of failure; the rest are details. */
const primaryCode = (error: unknown): number => sqliteCode(error) & 0xff;

const sqliteCode = (error: unknown): number => {
  const parsed = v.safeParse(sqliteErrorSchema, error);
  return parsed.success ? parsed.output.errcode : 0;
};

const fileCode = (error: unknown): string => {
  const parsed = v.safeParse(fileErrorSchema, error);
  return parsed.success ? parsed.output.code : '';
};
