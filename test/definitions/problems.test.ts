import { expect, test } from 'vitest';
import type { Messages } from '#shared/messages/index.ts';
import { languages } from '#shared/messages/languages.ts';
import type { ProblemCode } from '#shared/problem.ts';
import { problemDefinitions } from '#shared/problems.ts';
import { problemSources } from '#shared/problem-sources.ts';
import { readProduct } from './product.ts';
import { samples } from './sample.ts';

/* A problem is an entry of shared/problems.ts or refusal-problems.ts, a sentence, and what reports it. */
const codes = Object.keys(problemDefinitions) as ProblemCode[];
const product = readProduct();
product.delete('shared/problems.ts');
product.delete('shared/refusal-problems.ts');
product.delete('shared/problem-sources.ts');
const text = [...product.values()].join('\n');

test('every problem is reported by a part of the app', () => {
  expect(codes.filter((code) => !text.includes(`'${code}'`))).toEqual([]);
});

test('every source of problems is one that a part of the app reports for', () => {
  expect(problemSources.filter((source) => !text.includes(`'${source}'`))).toEqual([]);
});

const sentencesOf = ({ problems }: Messages, code: ProblemCode): string[] => {
  const sentence = problems[code] as (params: unknown) => string;
  return samples(problemDefinitions[code].params, code).map((params) => sentence(params));
};

test.each(Object.entries(languages))('every problem has a sentence in %s', (_code, language) => {
  expect(Object.keys(language.problems).toSorted()).toEqual(codes.toSorted());
  for (const code of codes)
    for (const sentence of sentencesOf(language, code)) {
      expect(sentence, code).toMatch(/^\S.+\S$/);
      expect(sentence, code).not.toMatch(/\b(?:undefined|null|NaN)\b|\[object|\s\s|\.\./);
    }
});
