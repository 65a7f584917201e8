import type { Problem } from './problem.ts';

/** An outcome whose failure is a value: a problem that the person can act on. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const failed = (problem: Problem): Result<never> => ({ ok: false, problem });
