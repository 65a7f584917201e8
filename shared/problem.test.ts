import { expect, test } from 'vitest';
import * as v from 'valibot';
import { sentenceOf } from './messages/index.ts';
import { languages } from './messages/languages.ts';
import { isNotice, joinProblems, problem, problemSchema } from './problem.ts';

const noKey = problem('no-key', {});
const moved = problem('focus-moved', { app: 'Editor' });

test('several problems are shown at once, under the code of the first', () => {
  expect(joinProblems([null, null])).toBeNull();
  const joined = joinProblems([null, noKey, moved]);
  expect(joined?.code).toBe('no-key');
  expect(joined && sentenceOf(joined)).toBe(`${sentenceOf(noKey)} ${sentenceOf(moved)}`);
});

test.each([noKey, moved, joinProblems([noKey, moved])])('%j crosses between processes', (value) => {
  expect(v.parse(problemSchema, structuredClone(value))).toEqual(value);
});

test.each([
  null,
  { code: 'no-key' },
  { code: 'no-such-code', params: {} },
  { code: 'focus-moved', params: {} },
  { code: 'focus-moved', params: { app: 7 } },
  { code: 'no-key', params: {}, also: [{ code: 'focus-moved', params: {} }] },
])('%j is no problem', (value) => {
  expect(v.is(problemSchema, value)).toBe(false);
});

test('what happened can be closed, what is still so cannot', () => {
  expect(isNotice(problem('broken-inside', {}))).toBe(true);
  expect(isNotice(noKey)).toBe(false);
});

test('a program that does not say its name has a word in the sentence', () => {
  const unread = problem('not-read', { app: '' });
  expect(sentenceOf(unread)).toContain('the other program');
  expect(sentenceOf(unread, languages.de)).toContain('das andere Programm');
});
