import * as v from 'valibot';
import { problemDefinitions } from './problems.ts';
import { keysOf } from './tables.ts';

export type ProblemCode = keyof typeof problemDefinitions;

export type ProblemParams<C extends ProblemCode> = v.InferOutput<
  (typeof problemDefinitions)[C]['params']
>;

/** A problem with one code. */
interface OneProblem<C extends ProblemCode> {
  code: C;
  params: ProblemParams<C>;
  /** Other problems that are shown in the same place, after this one. */
  also?: Problem[];
}

/** A problem of one of these codes. The code selects the parameters. */
export type ProblemOf<C extends ProblemCode> = { [K in C]: OneProblem<K> }[C];

/** What went wrong, as a code and the parameters of its sentence (messages). */
export type Problem = ProblemOf<ProblemCode>;

export const problem = <C extends ProblemCode>(
  code: C,
  params: ProblemParams<C>,
): ProblemOf<C> => ({
  code,
  params,
});

const headSchema = v.object({
  code: v.picklist(keysOf(problemDefinitions)),
  params: v.unknown(),
  also: v.optional(v.array(v.unknown())),
});

function isProblem(value: unknown): boolean {
  const head = v.safeParse(headSchema, value);
  if (!head.success) return false;
  const { code, params, also = [] } = head.output;
  return v.is(problemDefinitions[code].params, params) && also.every(isProblem);
}

/** What crosses from one process to another is checked, the parameters too. */
export const problemSchema = v.custom<Problem>(isProblem);

/** Whether it is about something that happened, so that the person can close it. */
export const isNotice = ({ code }: Problem): boolean => problemDefinitions[code].isNotice;

/** Several problems as one, which the first of them names; null if there are none. */
export function joinProblems(problems: (Problem | null)[]): Problem | null {
  const [first, ...others] = problems.filter((problem) => problem !== null);
  if (first === undefined) return null;
  return others.length === 0 ? first : { ...first, also: [...(first.also ?? []), ...others] };
}
