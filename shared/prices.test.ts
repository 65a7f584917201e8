import { expect, test } from 'vitest';
import { dollarsOf, dollarsPerHour } from './prices.ts';
import type { SessionConfiguration } from './session-configuration.ts';

const ran = (change: Partial<SessionConfiguration>): SessionConfiguration => ({
  ...{ model: null, mode: null, domain: null, voiceFocus: null, filterProfanity: null },
  ...change,
});

test.each([
  ['u3-rt-pro', null, 0.45],
  ['universal-streaming-english', null, 0.19],
  ['a-model-of-next-year', null, 0.45],
  ['u3-rt-pro', ran({}), 0.45],
  // The service charges for what it runs.
  ['u3-rt-pro', ran({ model: 'universal-streaming-multilingual' }), 0.19],
  ['universal-3-6-pro', ran({ voiceFocus: 'near-field' }), 0.55],
  ['universal-3-6-pro', ran({ voiceFocus: 'far-field', domain: 'medical-v1' }), 0.7],
])('an hour of %s with %j costs $%d', (model, configuration, dollars) => {
  expect(dollarsPerHour(model, configuration)).toBeCloseTo(dollars);
});

test('a connection costs by its time', () => {
  expect(dollarsOf(1_800, 0.45)).toBeCloseTo(0.225);
});
