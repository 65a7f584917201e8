import { expect, test } from 'vitest';
import { describeFailure, type Failure } from './failure.ts';

const host = 'streaming.example';

test.each<[string, Failure, RegExp]>([
  [
    'a key that is refused on the upgrade',
    { cause: 'refused', httpStatus: 401 },
    /paste a valid key/,
  ],
  [
    'a key that is refused after it',
    { cause: 'error', code: 1008, text: 'Unauthorized' },
    /paste a valid key/,
  ],
  [
    'too many sessions',
    { cause: 'error', code: 1008, text: 'Too many concurrent sessions' },
    /wait a minute/,
  ],
  [
    'an unreachable host',
    { cause: 'unreachable', reason: 'ENOTFOUND' },
    /Cannot reach streaming\.example.*internet connection/,
  ],
  ['a silent host', { cause: 'timed-out' }, /did not answer in time.*internet connection/],
  [
    'an account without credit',
    { cause: 'error', code: 1008, text: 'Insufficient funds' },
    /“Insufficient funds”.*Check your account/,
  ],
  [
    'our own mistake',
    { cause: 'error', code: 3007, text: 'Audio duration' },
    /“Audio duration”.*report/,
  ],
  ['a lost connection', { cause: 'closed', code: 1006 }, /lost.*Start again/],
])('%s is one sentence with the way to fix it', (_what, failure, sentence) => {
  const problem = describeFailure(failure, host);
  expect(problem.sentence).toMatch(sentence);
  expect(problem.sentence).not.toContain('\n');
});

test('a hostile error text is cut short', () => {
  const problem = describeFailure({ cause: 'error', code: 3006, text: 'x'.repeat(1e6) }, host);
  expect(problem.sentence.length).toBeLessThan(400);
});
