import { expect, test } from 'vitest';
import { describeFailure, retryOf, type Failure, type Retry } from './failure.ts';

const host = 'streaming.example';
const problem = { code: 'no-key', sentence: 'There is no key.' };

test.each<[string, Failure, Retry, RegExp]>([
  ['a wrong key on the upgrade', { cause: 'refused', httpStatus: 401 }, 'never', /paste a valid/],
  ['a forbidden one', { cause: 'refused', httpStatus: 403 }, 'never', /paste a valid key/],
  [
    'a wrong key after the upgrade',
    { cause: 'error', code: 1008, text: 'Unauthorized' },
    'never',
    /paste a valid key/,
  ],
  ['a close as one', { cause: 'closed', code: 1008 }, 'never', /paste a valid key/],
  [
    'an account without credit',
    { cause: 'error', code: 1008, text: 'Insufficient funds' },
    'never',
    /“Insufficient funds”.*Check your account/,
  ],
  [
    'too many sessions, in older words',
    { cause: 'error', code: 1008, text: 'Too many concurrent sessions' },
    'with-backoff',
    /wait a minute/,
  ],
  ['too many sessions', { cause: 'closed', code: 3009 }, 'with-backoff', /wait a minute/],
  ['too many requests', { cause: 'refused', httpStatus: 429 }, 'with-backoff', /wait a minute/],
  [
    'a cancelled session',
    { cause: 'error', code: 3005, text: 'maintenance' },
    'with-backoff',
    /cancelled.*“maintenance”.*Start again/,
  ],
  [
    'a bad parameter',
    { cause: 'error', code: 3006, text: 'prompt is too long' },
    'never',
    /“prompt is too long”.*Check the settings/,
  ],
  [
    'inactivity',
    { cause: 'error', code: 3006, text: 'No messages received for 30 seconds' },
    'at-once',
    /nothing was sent.*Start again/,
  ],
  [
    'our own mistake',
    { cause: 'error', code: 3007, text: 'Audio duration' },
    'never',
    /“Audio duration”.*report/,
  ],
  ['the longest duration', { cause: 'closed', code: 3008 }, 'at-once', /longest duration/],
  ['a lost connection', { cause: 'closed', code: 1006 }, 'with-backoff', /lost.*Start again/],
  ['a close without a reason', { cause: 'closed', code: 1000 }, 'with-backoff', /lost/],
  ['a fault of the server', { cause: 'error', code: 1011, text: '' }, 'with-backoff', /lost/],
  ['a restart of the server', { cause: 'closed', code: 1012 }, 'with-backoff', /lost/],
  ['a busy server', { cause: 'closed', code: 1013 }, 'with-backoff', /lost/],
  ['a code that is new', { cause: 'closed', code: 4_999 }, 'with-backoff', /lost/],
  ['a broken server', { cause: 'refused', httpStatus: 500 }, 'with-backoff', /in a minute/],
  ['a busy gateway', { cause: 'refused', httpStatus: 503 }, 'with-backoff', /in a minute/],
  ['another service', { cause: 'refused', httpStatus: 404 }, 'never', /CAPTIONKEY_STREAMING_URL/],
  ['a redirection', { cause: 'refused', httpStatus: 302 }, 'never', /HTTP 302/],
  [
    'an unreachable host',
    { cause: 'unreachable', reason: 'ENOTFOUND' },
    'with-backoff',
    /Cannot reach streaming\.example \(ENOTFOUND\).*internet connection/,
  ],
  [
    'somebody in between',
    { cause: 'unreachable', reason: 'SELF_SIGNED_CERT_IN_CHAIN' },
    'never',
    /certificate.*streaming\.example is not trusted.*nothing was sent/,
  ],
  ['a silent host', { cause: 'timed-out' }, 'with-backoff', /did not answer in time.*internet/],
  ['a line that stands still', { cause: 'stalled' }, 'with-backoff', /Nothing comes.*internet/],
  [
    'a proxy that wants a password',
    { cause: 'proxy-refused', proxy: 'proxy.example:8080', httpStatus: 407 },
    'never',
    /proxy proxy\.example:8080 asks for.*HTTPS_PROXY/,
  ],
  [
    'a proxy that forbids',
    { cause: 'proxy-refused', proxy: 'proxy.example:8080', httpStatus: 403 },
    'never',
    /proxy proxy\.example:8080 does not connect.*HTTP 403.*NO_PROXY/,
  ],
  [
    'a proxy that cannot',
    { cause: 'proxy-refused', proxy: 'proxy.example:8080', httpStatus: 502 },
    'with-backoff',
    /proxy proxy\.example:8080 does not connect.*HTTP 502/,
  ],
  [
    'a proxy that is away',
    { cause: 'proxy-unreachable', proxy: 'proxy.example:8080', reason: 'ECONNREFUSED' },
    'with-backoff',
    /Cannot reach the proxy proxy\.example:8080 \(ECONNREFUSED\).*HTTPS_PROXY/,
  ],
  ['no session at all', { cause: 'unavailable', problem }, 'never', /^There is no key\.$/],
])('%s: %j is tried again %s, and says so', (_what, failure, retry, sentence) => {
  expect(retryOf(failure)).toBe(retry);
  const described = describeFailure(failure, host);
  expect(described.sentence).toMatch(sentence);
  expect(described.sentence).not.toContain('\n');
});

test.each([1008, 3005, 3006, 1006])(
  'a hostile text with %d is cut short, and stays one line',
  (code) => {
    const described = describeFailure({ cause: 'error', code, text: 'x\n'.repeat(1e6) }, host);
    expect(described.sentence.length).toBeLessThan(400);
    expect(described.sentence).not.toContain('\n');
  },
);

test.each([1008, 3005, 3006])('a text with %d moves no cursor and turns no writing', (code) => {
  const text = ' No\r\nway\u001b[2J\u0000\u202e! ';
  const { sentence } = describeFailure({ cause: 'error', code, text }, host);
  expect(sentence).toContain('(“No way [2J !”)');
});

test.each<[Failure, string]>([
  [{ cause: 'closed', code: 1008 }, 'wrong-key'],
  [{ cause: 'error', code: 1008, text: 'Insufficient funds' }, 'account-refused'],
  [{ cause: 'closed', code: 3005 }, 'session-cancelled'],
  [{ cause: 'error', code: 3006, text: 'No messages received for 9 seconds' }, 'session-idle'],
  [{ cause: 'closed', code: 3006 }, 'service-3006'],
  [{ cause: 'closed', code: 3007 }, 'service-3007'],
  [{ cause: 'closed', code: 3008 }, 'session-expired'],
  [{ cause: 'closed', code: 3009 }, 'too-many-sessions'],
  [{ cause: 'closed', code: 1006 }, 'connection-lost-1006'],
  [{ cause: 'refused', httpStatus: 500 }, 'http-500'],
  [{ cause: 'unreachable', reason: 'ENOTFOUND' }, 'unreachable'],
  [{ cause: 'unreachable', reason: 'CERT_HAS_EXPIRED' }, 'untrusted'],
  [{ cause: 'timed-out' }, 'timed-out'],
  [{ cause: 'stalled' }, 'stalled'],
  [{ cause: 'proxy-refused', proxy: 'p', httpStatus: 407 }, 'proxy-407'],
  [{ cause: 'proxy-unreachable', proxy: 'p', reason: 'x' }, 'proxy-unreachable'],
])('%j is logged as %s', (failure, code) => {
  expect(describeFailure(failure, host).code).toBe(code);
});

test('where the service says nothing, nothing is quoted', () => {
  const { sentence } = describeFailure({ cause: 'closed', code: 3005 }, host);
  expect(sentence).toBe('AssemblyAI cancelled the session. Start again to go on.');
});
