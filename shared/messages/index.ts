import type { Problem, ProblemCode, ProblemOf, ProblemParams } from '../problem.ts';
import { en } from './en/index.ts';

/** All texts that a person reads, in one language. A missing or unknown entry does not compile. */
export type Messages = typeof en;

let shown = (): Messages => en;

/**
 * The texts in the language that is shown, English until {@link showMessages}. A text that is kept in a
 * constant stays in its language when the person chooses another.
 */
export const messages = new Proxy<Messages>(en, {
  get: (_english, name): unknown => Reflect.get(shown(), name),
});

/** @param current returns the texts to show, each time that one is read */
export function showMessages(current: () => Messages): void {
  shown = current;
}

/**
 * The sentence of a problem, and those of the problems beside it.
 *
 * @param texts the language; by default the one that is shown
 */
export const sentenceOf = (problem: Problem, texts: Messages = messages): string =>
  [problem, ...(problem.also ?? [])].map((one) => alone(one, texts)).join(' ');

/** The same in English, for the command line, the log and reports of bugs. */
export const englishSentenceOf = (problem: Problem): string => sentenceOf(problem, en);

function alone<C extends ProblemCode>({ code, params }: ProblemOf<C>, texts: Messages): string {
  const sentences: { [K in ProblemCode]: (params: ProblemParams<K>) => string } = texts.problems;
  return sentences[code](withName(params, texts));
}

/** A program that does not say its name has a word in each language. */
const withName = <P extends object>(params: P, texts: Messages): P =>
  'app' in params && params.app === '' ? { ...params, app: texts.unnamed.program } : params;
