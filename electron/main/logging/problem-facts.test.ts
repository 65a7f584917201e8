import { expect, test } from 'vitest';
import { refusalFacts } from '#shared/problem.fixture.ts';
import { problem } from '#shared/problem.ts';
import { problemFacts } from './problem-facts.ts';

test('a problem is logged as its code and number', () => {
  const lost = problem('connection-lost', { ...refusalFacts, number: 1006 });
  expect(problemFacts(problem('no-key', {}))).toEqual({ code: 'no-key', number: 0 });
  expect(problemFacts(lost)).toEqual({ code: 'connection-lost', number: 1006 });
});

test('a text of the service, a path or a name is not logged', () => {
  const refused = problem('account-refused', { ...refusalFacts, said: 'secret', host: 'secret' });
  const missing = problem('microphone-missing', { microphone: 'secret' });
  expect(JSON.stringify([refused, missing].map(problemFacts))).not.toContain('secret');
});
