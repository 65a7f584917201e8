import type { Problem } from './status.ts';

/** An outcome whose failure is a value: a code and a sentence a person can act on. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const failed = (code: string, sentence: string): Result<never> => ({
  ok: false,
  problem: { code, sentence },
});
