import { expect, test } from 'vitest';
import { shown } from '#shared/problem.fixture.ts';
import { sentenceOf } from '#shared/messages/index.ts';
import {
  describeFailure,
  describeLoss,
  isModelRefused,
  isTooFast,
  isTooManySessions,
  retryAfterMsOf,
  retryOf,
  type Failure,
} from './failure.ts';
import { notWebSocket, tlsAlert } from './network-failure.ts';
import { httpRows } from './refusal-http-rows.fixture.ts';
import { closeRows, inWindow } from './refusal-rows.fixture.ts';
import type { Retry } from './refusals.ts';

const asked = { host: 'streaming.example', model: 'u3-rt-pro' } as const;
const problem = { code: 'no-key', params: {} } as const;

/** As a Problem that names the host. */
const expected = (row: { code: string; sentence: string }) => ({
  code: row.code,
  sentence: inWindow(row, asked.host),
});

test.each(closeRows)('Error $number “$text” is $code, tried again $retry', (row) => {
  const failure: Failure = { cause: 'error', code: row.number, text: row.text };
  expect(shown(describeFailure(failure, asked))).toEqual(expected(row));
  expect(retryOf(failure)).toBe(row.retry);
});

test.each(closeRows)('a close $number with the reason “$text” has the same meaning', (row) => {
  const { number: code, text } = row;
  const failure: Failure = { cause: 'closed', code, ...(text !== '' && { text }) };
  expect(shown(describeFailure(failure, asked))).toEqual(expected(row));
  expect(retryOf(failure)).toBe(row.retry);
});

test.each(closeRows.filter(({ text }) => text === ''))(
  'a close $number whose reason points to an Error that never came counts as a close without a reason',
  (row) => {
    const text = 'See Error message for details';
    const failure: Failure = { cause: 'closed', code: row.number, text };
    expect(shown(describeFailure(failure, asked))).toEqual(expected(row));
  },
);

test.each(httpRows)('HTTP $number is $code, tried again $retry', (row) => {
  const failure: Failure = { cause: 'refused', httpStatus: row.number };
  expect(shown(describeFailure(failure, asked))).toEqual(expected(row));
  expect(retryOf(failure)).toBe(row.retry);
});

test.each<[Failure, Retry, string, string]>([
  [
    { cause: 'unreachable', reason: 'ENOTFOUND' },
    'with-backoff',
    'unreachable',
    'Cannot reach streaming.example (ENOTFOUND). Check the internet connection, then start again.',
  ],
  [
    { cause: 'unreachable', reason: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    'with-backoff',
    'untrusted',
    'The certificate shown for streaming.example is not trusted (ERR_TLS_CERT_ALTNAME_INVALID). Open a browser and log in to this network, or ask who runs it, then start again.',
  ],
  [
    { cause: 'unreachable', reason: 'CERT_NOT_YET_VALID' },
    'with-backoff',
    'certificate-outdated',
    'The certificate shown for streaming.example is out of date (CERT_NOT_YET_VALID). Check the clock of this computer, and open a browser if this network wants a login, then start again.',
  ],
  [
    { cause: 'unreachable', reason: 'EPROTO' },
    'with-backoff',
    'answered-otherwise',
    'Something in this network answers for streaming.example (EPROTO). Open a browser and log in, then start again.',
  ],
  [
    { cause: 'timed-out' },
    'with-backoff',
    'timed-out',
    'streaming.example does not answer. Check the internet connection, then start again.',
  ],
  [
    { cause: 'stalled' },
    'with-backoff',
    'stalled',
    'streaming.example does not answer. Check the internet connection, then start again.',
  ],
  [
    { cause: 'proxy-refused', proxy: 'proxy.example:8080', httpStatus: 407 },
    'never',
    'proxy-login',
    'The proxy proxy.example:8080 asks for a user name and password. Put them into HTTPS_PROXY, then start again.',
  ],
  [
    { cause: 'proxy-refused', proxy: 'proxy.example:8080', httpStatus: 403 },
    'never',
    'proxy-refused',
    'The proxy proxy.example:8080 does not connect to streaming.example (HTTP 403). Ask who runs it, or list the host in NO_PROXY.',
  ],
  [
    { cause: 'proxy-refused', proxy: 'proxy.example:8080', httpStatus: 502 },
    'with-backoff',
    'proxy-refused',
    'The proxy proxy.example:8080 does not connect to streaming.example (HTTP 502). Ask who runs it, or list the host in NO_PROXY, then start again.',
  ],
  [
    { cause: 'proxy-unreachable', proxy: 'proxy.example:8080', reason: 'ECONNREFUSED' },
    'with-backoff',
    'proxy-unreachable',
    'Cannot reach the proxy proxy.example:8080 (ECONNREFUSED). Check the network and HTTPS_PROXY, then start again.',
  ],
  [{ cause: 'unavailable', problem }, 'never', problem.code, sentenceOf(problem)],
])('%j is tried again %s, and is %s', (failure, retry, code, sentence) => {
  expect(shown(describeFailure(failure, asked))).toEqual({ code, sentence });
  expect(retryOf(failure)).toBe(retry);
});

test.each([
  ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
  ['CERT_HAS_EXPIRED', 'certificate-outdated'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'answered-otherwise'],
  ['HPE_INVALID_CONSTANT', 'answered-otherwise'],
  ['ECONNRESET', 'unreachable'],
])('%s, as login pages cause it, is %s and passes with the login', (reason, code) => {
  const failure: Failure = { cause: 'unreachable', reason };
  expect(describeFailure(failure, asked).code).toBe(code);
  expect(retryOf(failure)).toBe('with-backoff');
});

test.each([
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'no-encryption'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'no-encryption'],
  [tlsAlert, 'no-encryption'],
  [notWebSocket, 'blocked'],
  ['', 'unreachable'],
])('the reason “%s” in the network means %s', (reason, code) => {
  expect(describeFailure({ cause: 'unreachable', reason }, asked).code).toBe(code);
});

test.each([
  [407, 'never'],
  [429, 'with-backoff'],
  [499, 'never'],
  [500, 'with-backoff'],
])('a proxy that answers HTTP %i is tried again %s', (httpStatus, retry) => {
  expect(retryOf({ cause: 'proxy-refused', proxy: 'proxy.example:8080', httpStatus })).toBe(retry);
});

test.each<[Failure, string]>([
  [
    { cause: 'refused', httpStatus: 302 },
    'This network wants you to log in. Open a browser and log in.',
  ],
  [{ cause: 'closed', code: 1006 }, 'The connection to streaming.example was lost.'],
  [{ cause: 'timed-out' }, 'streaming.example does not answer. Check the internet connection.'],
  [
    { cause: 'unanswered' },
    'streaming.example gets your voice but sends no words. The recording is kept, and a new connection is tried.',
  ],
  [{ cause: 'unavailable', problem }, sentenceOf(problem)],
])('while %j is retried, the sentence does not ask to start again', (failure, sentence) => {
  expect(sentenceOf(describeLoss(failure, asked))).toBe(sentence);
});

test('the sentence about a refused model names a replacement', () => {
  const failure: Failure = { cause: 'error', code: 3006, text: 'Invalid speech_model' };
  expect(isModelRefused(failure)).toBe(true);
  expect(
    sentenceOf(describeFailure(failure, { ...asked, model: 'universal-streaming-english' })),
  ).toBe(
    'AssemblyAI does not offer Universal-Streaming English any more. Choose Universal-Streaming Multilingual under Recognition.',
  );
  expect(isModelRefused({ cause: 'error', code: 3006, text: 'prompt is too long' })).toBe(false);
});

test.each<[string, (failure: Failure) => boolean, Failure]>([
  ['sound that was sent too fast', isTooFast, { cause: 'error', code: 3007, text: 'Too fast' }],
  ['too many sessions', isTooManySessions, { cause: 'refused', httpStatus: 429 }],
  ['a refused model', isModelRefused, { cause: 'error', code: 3006, text: 'Invalid model' }],
])('%s differs from every other failure', (_of, is, failure) => {
  expect(is(failure)).toBe(true);
  expect(is({ cause: 'closed', code: 1006 })).toBe(false);
  expect(is({ cause: 'timed-out' })).toBe(false);
  expect(is({ cause: 'unavailable', problem })).toBe(false);
});

test('the delay that the service asks for is known', () => {
  expect(retryAfterMsOf({ cause: 'refused', httpStatus: 429, retryAfterMs: 7_000 })).toBe(7_000);
  expect(retryAfterMsOf({ cause: 'refused', httpStatus: 429 })).toBe(0);
  expect(retryAfterMsOf({ cause: 'timed-out' })).toBe(0);
});

test('an emoji is never cut in half', () => {
  const failure: Failure = { cause: 'error', code: 1008, text: `x${'🎤'.repeat(500)}` };
  const sentence = sentenceOf(describeFailure(failure, asked));
  expect(sentence).toContain(`“x${'🎤'.repeat(44)}…”`);
});
