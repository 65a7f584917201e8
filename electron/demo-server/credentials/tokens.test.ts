import { expect, it } from 'vitest';
import { Tokens } from './tokens.ts';

it('accepts a token until it expires', () => {
  let nowMs = 0;
  const tokens = new Tokens(() => nowMs);
  const early = tokens.issue(60, 120);
  const late = tokens.issue(60, undefined);
  nowMs = 59_999;
  expect(tokens.redeem(early)).toMatchObject({ maxSessionSeconds: 120 });
  nowMs = 60_000;
  expect(tokens.redeem(late)).toBeUndefined();
});

it('accepts a token once', () => {
  const tokens = new Tokens(() => 0);
  const token = tokens.issue(60, undefined);
  expect(tokens.redeem(token)).toBeDefined();
  expect(tokens.redeem(token)).toBeUndefined();
});
