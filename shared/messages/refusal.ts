import type { ProblemParams } from '../problem.ts';

type Facts = ProblemParams<'connection-lost'>;
/** A part of a sentence, without a full stop. */
export type Part = string | ((facts: Facts) => string);

interface Words {
  /** What to do if there is nothing but that. */
  startAgain: string;
  /** Stands after what to do first. */
  thenStartAgain: string;
}

/** Builds the sentences of refusals in one language. */
export const refusalWith =
  ({ startAgain, thenStartAgain }: Words) =>
  /**
   * @param what what happened
   * @param whatToDo what the person can do; empty if there is nothing but to start again
   */
  (what: Part, whatToDo: Part) =>
  (facts: Facts): string => {
    const inWords = (part: Part): string => (typeof part === 'string' ? part : part(facts));
    const happened = `${inWords(what)}.`;
    const advice = inWords(whatToDo);
    if (!facts.canStartAgain) return advice === '' ? happened : `${happened} ${advice}.`;
    return `${happened} ${advice === '' ? startAgain : `${advice}${thenStartAgain}`}.`;
  };
