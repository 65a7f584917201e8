import { expect, it } from 'vitest';
import { authorize } from './authorize.ts';
import { Tokens } from './tokens.ts';

const tokens = new Tokens(() => 0);
const credentials = { key: 'the-key', tokens, maxSessionSeconds: 300 };

it('lets in a client with the key', () => {
  expect(authorize('the-key', null, credentials)).toEqual({ maxSessionSeconds: 300 });
});

it.each([
  ['nothing', undefined, null],
  ['another key', 'a', null],
  ['another scheme', 'Bearer the-key', null],
  ['an unknown token', undefined, 'a'],
  ['an empty token', undefined, ''],
])('refuses a client with %s', (_what, authorization, token) => {
  expect(authorize(authorization, token, credentials)).toBeUndefined();
});

it('ignores a token if there is a key, and does not use it up', () => {
  const token = tokens.issue(60, undefined);
  expect(authorize('a', token, credentials)).toBeUndefined();
  expect(authorize(undefined, token, credentials)).toBeDefined();
});

it.each([
  [120, 120],
  [600, 300],
  [undefined, 300],
])('limits the session of a token for %s seconds to %i', (asked, expected) => {
  const token = tokens.issue(60, asked);
  expect(authorize(undefined, token, credentials)).toEqual({ maxSessionSeconds: expected });
});
