import type { Problem, ProblemCode, ProblemOf, ProblemParams } from '../problem.ts';
import { en } from './en/index.ts';

/** All texts that a person reads, in one language. A language with a missing entry does not compile. */
export type Messages = typeof en;

/** The languages of the interface by their codes (ISO 639-1). */
export const languages = { en } satisfies Record<string, Messages>;

/** The texts that are shown. */
export const messages: Messages = languages.en;

/** The sentence of a problem, and those of the problems beside it. */
export const sentenceOf = (problem: Problem): string =>
  [problem, ...(problem.also ?? [])].map(alone).join(' ');

function alone<C extends ProblemCode>({ code, params }: ProblemOf<C>): string {
  const texts: { [K in ProblemCode]: (params: ProblemParams<K>) => string } = messages.problems;
  return texts[code](params);
}
