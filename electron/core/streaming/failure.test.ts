import { describe, expect, test } from 'vitest';
import { describeFailure, type Failure } from './failure.ts';

const host = 'streaming.example';
const error = (code: number, text: string): Failure => ({ cause: 'error', code, text });

test.each<[string, Failure, string, string]>([
  [
    'an unreachable host',
    { cause: 'unreachable', reason: 'ENOTFOUND' },
    'unreachable',
    'Cannot reach streaming.example (ENOTFOUND). Check the internet connection, then start again.',
  ],
  [
    'a silent host',
    { cause: 'timed-out' },
    'timed-out',
    'streaming.example did not answer in time. Check the internet connection, then start again.',
  ],
  [
    'a host with a problem of its own',
    { cause: 'refused', httpStatus: 503 },
    'http-503',
    'streaming.example answered with HTTP 503. Try again in a minute.',
  ],
  [
    'an account without credit',
    error(1008, 'Insufficient funds'),
    'account-refused',
    'AssemblyAI refused the session (“Insufficient funds”). Check your account on assemblyai.com.',
  ],
  [
    'a parameter the service does not take',
    error(3006, 'Bad parameter'),
    'service-3006',
    'AssemblyAI rejected what CaptionKey sent (“Bad parameter”). Please report this; starting again may help.',
  ],
  [
    'a frame the service does not take, closed without a word',
    { cause: 'closed', code: 3007 },
    'service-3007',
    'AssemblyAI rejected what CaptionKey sent. Please report this; starting again may help.',
  ],
  [
    'a session at its longest',
    { cause: 'closed', code: 3008 },
    'session-expired',
    'The session reached its longest duration. Start again to go on.',
  ],
  [
    'a lost connection',
    { cause: 'closed', code: 1006 },
    'connection-lost-1006',
    'The connection to streaming.example was lost. Start again to go on.',
  ],
  [
    'a session that the service ended',
    error(3005, 'Server error'),
    'connection-lost-3005',
    'The connection to streaming.example was lost (“Server error”). Start again to go on.',
  ],
])('%s is one sentence with the way to fix it', (_what, failure, code, sentence) => {
  expect(describeFailure(failure, host)).toEqual({ code, sentence });
});

test.each<[string, Failure]>([
  ['on the upgrade', { cause: 'refused', httpStatus: 401 }],
  ['as forbidden', { cause: 'refused', httpStatus: 403 }],
  ['after it, without a word', { cause: 'closed', code: 1008 }],
  ['as no API key', error(1008, 'Invalid API Key')],
  ['as a token', error(1008, 'Expired token')],
  ['as not authorized', error(1008, 'Unauthorized')],
  ['as a credential', error(1008, 'Bad credentials')],
])('a key that is refused %s: paste another', (_how, failure) => {
  expect(describeFailure(failure, host)).toEqual({
    code: 'wrong-key',
    sentence: 'AssemblyAI did not accept the API key. Open CaptionKey and paste a valid key.',
  });
});

test.each<[string, Failure]>([
  ['by its own code', { cause: 'closed', code: 3009 }],
  ['as a refusal', error(1008, 'Too many concurrent sessions for this API key')],
])('too many sessions, told %s: wait', (_how, failure) => {
  expect(describeFailure(failure, host)).toEqual({
    code: 'too-many-sessions',
    sentence:
      'AssemblyAI allows no further session for this key now. Stop another app that uses it, or wait a minute.',
  });
});

test('where no session could be begun, the reason is passed on', () => {
  const problem = { code: 'no-key', sentence: 'Paste a key first.' };
  expect(describeFailure({ cause: 'unavailable', problem }, host)).toBe(problem);
});

describe('what a hostile service says', () => {
  test.each([1008, 3005, 3006])('with code %d is cut short', (code) => {
    const { sentence } = describeFailure(error(code, 'x'.repeat(1e6)), host);
    expect(sentence).toContain(`“${'x'.repeat(200)}”`);
  });

  test.each([1008, 3005, 3006])('with code %d stays one line and moves no cursor', (code) => {
    const { sentence } = describeFailure(error(code, ' No\r\nway\u001b[2J\u0000\u202e! '), host);
    expect(sentence).toContain('(“No way [2J !”)');
  });
});
