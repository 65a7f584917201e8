import * as v from 'valibot';
import { sentenceOf } from './messages/index.ts';
import { problemSchema, type ProblemParams } from './problem.ts';

/** What a refusal says of a session that the tests did not describe any further. */
export const refusalFacts: ProblemParams<'connection-lost'> = {
  host: 'demo',
  said: '',
  number: 0,
  model: 'Universal-3 Pro',
  successor: 'Universal-3.5 Pro',
  proxy: '',
  reason: '',
  canStartAgain: true,
};

/** A value in which every problem is as people see it: its code and its sentence. */
export function shown(value: unknown): unknown {
  if (v.is(problemSchema, value)) return { code: value.code, sentence: sentenceOf(value) };
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shown(part)]));
}
