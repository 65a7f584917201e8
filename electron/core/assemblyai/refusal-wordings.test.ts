import { expect, test } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { describeFailure, retryOf, type Failure } from './failure.ts';

/*
 * The service documents few of its texts. The same reason in other words, with and without the prefix,
 * in upper and lower case, and in the format of another front end, must have the same meaning.
 */
const asked = { host: 'streaming.example', model: 'u3-rt-pro' } as const;
const read = (failure: Failure): string => describeFailure(failure, asked).code;

const wordings: Record<string, string[]> = {
  'paid-only': [
    'Free tier does not support Universal-3 Pro',
    'Feature not available on the free plan',
    'Paid account required',
    'Please upgrade your plan',
    'Upgrade plan to continue',
    'Upgrade your current plan',
    'Upgrade your account to use streaming',
    'Missing credit card',
    'Trial expired',
    'Your free trial has ended',
  ],
  'no-credit': [
    'Your free credits have been exhausted',
    'Out of credits',
    'Zero balance',
    'Negative funds',
    'Payment required',
    'Please fund your account',
    'Not enough credit',
  ],
  unpaid: [
    'Your card was declined',
    'Invalid credit card',
    'Invalid card on file',
    'Account disabled for nonpayment',
    'No valid payment method',
    'Your account is disabled due to unpaid invoices',
    'Account disabled for non-payment',
  ],
  'limit-reached': [
    'Usage limit exceeded',
    'Monthly quota reached',
    'Spending limit reached',
    'Monthly transcription limit reached',
    'Your API key has reached its usage limit',
  ],
  'too-many-sessions': [
    'Too many requests',
    'Too many open WebSocket connections',
    'Rate limit exceeded',
    'Session limit reached',
    'Maximum number of sessions reached',
    'You have exceeded your concurrent session limit',
  ],
  'wrong-key': [
    'API key not found',
    'API key does not exist',
    'API key doesn’t exist',
    'No API key provided',
    'The API key you sent has been revoked',
    'Bad credentials',
    'Could not validate credentials',
    'Unable to authenticate',
    'Authentication failed',
    'Not authenticated',
    'Token already used',
    'Bearer tokens are not supported',
    'Malformed Authorization header',
    'invalid_api_key',
    'InvalidApiKey',
  ],
  'account-disabled': [
    'Account is inactive',
    'Account not active',
    'Account deleted',
    'User account has been terminated',
    'Your account has been flagged',
  ],
  'other-region': ['API key belongs to another region', 'Key not valid for EU endpoint'],
  'service-fault': [
    'Internal error',
    'Service temporarily unavailable, please try again',
    'Database timeout',
    'Service unavailable',
    'Backend is overloaded',
  ],
  outdated: [
    'Please upgrade your SDK',
    'Please update the Python SDK',
    'Unsupported API version',
    'Unsupported version',
  ],
  'account-refused': [
    'Account not verified',
    'Please verify your email address',
    'Streaming is disabled for this account',
    'Your account has streaming disabled',
    'Too many failed logins, account review pending',
    'IP not allowed',
    'Your API key may not use streaming',
    'Model access denied',
    'Forbidden',
    'Policy violation',
    'Ungültiger API-Schlüssel',
    'Clé API invalide',
    '余额不足',
    'Saldo insuficiente',
  ],
};

/** How a front end may send a reason. */
const wrappings: Record<string, (reason: string) => string> = {
  'after its prefix': (reason) => `Unauthorized Connection: ${reason}`,
  'without a prefix': (reason) => reason,
  'after “Error” and the prefix twice': (reason) =>
    `Error: Unauthorized connection - Unauthorized Connection: ${reason}`,
  'as JSON': (reason) =>
    JSON.stringify({ error: { message: `Unauthorized Connection: ${reason}` } }),
  'as HTML': (reason) => `<html><style>p { color: red }</style><p>${reason}</p></html>`,
};
const cased: Record<string, (reason: string) => string> = {
  'as it is': (reason) => reason,
  'in capitals': (reason) => reason.toUpperCase(),
  'in small letters': (reason) => reason.toLowerCase(),
};

const rows = Object.entries(wordings).flatMap(([code, reasons]) =>
  reasons.map((reason): [string, string] => [reason, code]),
);

test.each(rows)('1008 “%s” is %s in every wrapping and case', (reason, code) => {
  for (const wrap of Object.values(wrappings))
    for (const inCase of Object.values(cased)) {
      // In one case, words like `InvalidApiKey` become one word, which the patterns cannot split.
      if (/^\w+[a-z][A-Z]/.test(reason) && inCase('aA') !== 'aA') continue;
      const text = wrap(inCase(reason));
      expect([text, read({ cause: 'error', code: 1008, text })]).toEqual([text, code]);
    }
});

test('an unknown reason is quoted without its wrapping, in any language', () => {
  for (const wrap of Object.values(wrappings)) {
    const failure: Failure = { cause: 'error', code: 1008, text: wrap('余额不足') };
    expect(sentenceOf(describeFailure(failure, asked))).toBe(
      'AssemblyAI refused the connection (“余额不足”). Check your account on assemblyai.com.',
    );
  }
});

test.each([
  ['Universal-3 Pro is no longer available', 'model-refused'],
  ['The model u3-rt-pro was removed', 'model-refused'],
  ['u3-rt-pro has reached end of life', 'model-refused'],
  ['speech_model u3-rt-pro does not exist', 'model-refused'],
  ["Input should be 'universal-3-5-pro' or 'whisper-rt' [speech_model]", 'model-refused'],
  ['{"detail":"speech_model is invalid"}', 'model-refused'],
  ['prompt: unsupported for model u3-rt-pro', 'message-rejected'],
  ['keyterms_prompt not available on model u3-rt-pro', 'message-rejected'],
  ['language_codes is not supported for speech_model u3-rt-pro', 'message-rejected'],
  ['This model does not support keyterms_prompt', 'message-rejected'],
  ['No audio received for 30 seconds', 'session-idle'],
  ['NO MESSAGES RECEIVED FOR 30 SECONDS', 'session-idle'],
  ['No message received', 'session-idle'],
  ['No audio data received', 'session-idle'],
])('3006 “%s” is %s', (text, code) => {
  expect(read({ cause: 'error', code: 3006, text })).toBe(code);
});

test.each([
  ['Audio received too quickly', 'too-fast'],
  ['Buffer overflow', 'too-fast'],
  ['Audio sent too fast, frame duration 10ms', 'too-fast'],
  ['Frames are shorter than realtime', 'too-fast'],
  ['Frames are shorter than real-time', 'too-fast'],
  ['Audio chunk too large', 'sound-rejected'],
  ['Chunk duration 20ms is below minimum', 'sound-rejected'],
])('3007 “%s” is %s', (text, code) => {
  expect(read({ cause: 'error', code: 3007, text })).toBe(code);
});

test.each([
  [401, 'wrong-key', 'never'],
  [402, 'no-credit', 'never'],
  [429, 'too-many-sessions', 'with-backoff'],
  [503, 'service-busy', 'with-backoff'],
  [400, 'bad-gateway-request', 'never'],
  [599, 'service-busy', 'with-backoff'],
])('an Error that carries the HTTP status %i is %s', (code, meaning, retry) => {
  const failure: Failure = { cause: 'error', code, text: 'x' };
  expect([read(failure), retryOf(failure)]).toEqual([meaning, retry]);
});

test.each([0, 302, 399, 600])(
  'an Error with %i, which is no status, is a lost connection',
  (code) => {
    expect(read({ cause: 'error', code, text: 'x' })).toBe('connection-lost');
  },
);

test.each([
  ['a quoted name', 'Invalid “API key”', 'wrong-key'],
  ['two elements of HTML', '<h1>Invalid</h1><p>API key</p>', 'wrong-key'],
  ['JSON whose first reason is empty', '{"error":"","message":"Invoice overdue"}', 'unpaid'],
])('the reason is read from %s', (_in, text, code) => {
  expect(read({ cause: 'error', code: 1008, text })).toBe(code);
});

test('only the first thousand characters of a reason are read', () => {
  const text = (before: number): string => `${'x'.repeat(before)} invalid API key`;
  expect(read({ cause: 'error', code: 1008, text: text(900) })).toBe('wrong-key');
  expect(read({ cause: 'error', code: 1008, text: text(1_000) })).toBe('account-refused');
});

test.each(['<html></html>', 'Please log in, see error message'])('“%s” is quoted', (text) => {
  const failure: Failure = { cause: 'error', code: 1008, text };
  expect(sentenceOf(describeFailure(failure, asked))).toContain(`“${text}”`);
});

test('every sentence says what happened, then what to do, and no more', () => {
  for (const [reason] of rows) {
    const failure: Failure = { cause: 'error', code: 1008, text: reason };
    const sentence = sentenceOf(describeFailure(failure, asked));
    expect(sentence.replace(/“.*”/, '').match(/\.(?= |$)/g)?.length, sentence).toBeLessThanOrEqual(
      2,
    );
  }
});
