import * as v from 'valibot';
import type { Problem, ProblemCode } from '#shared/problem.ts';

/** The facts of a problem that the log may contain. Its other parameters could quote the service. */
export interface ProblemFacts {
  code: ProblemCode;
  /** The number that the service or the network reported, such as 1006; 0 if there is none. */
  number: number;
}

const numberSchema = v.object({ number: v.number() });

export function problemFacts({ code, params }: Problem): ProblemFacts {
  const parsed = v.safeParse(numberSchema, params);
  return { code, number: parsed.success ? parsed.output.number : 0 };
}
