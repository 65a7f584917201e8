/** Refusals of the service and of its front end, and the sentence that is shown for each. */
import type { Retry } from './refusals.ts';

export interface Row {
  retry: Retry;
  /** The code of the problem, for the log. */
  code: string;
  /** HOST stands for the service's host. */
  sentence: string;
}

/** An Error and the close after it; the model that is asked for is Universal-3 Pro. */
export interface CloseRow extends Row {
  number: number;
  /** As the service sends it, with its prefix. */
  text: string;
}

const unauthorized = 'Unauthorized Connection: ';

export const wrongKey = {
  retry: 'never',
  code: 'wrong-key',
  sentence: 'AssemblyAI rejected that key. Check it and try again.',
} as const;
export const noCredit = {
  retry: 'never',
  code: 'no-credit',
  sentence: 'Your AssemblyAI account has no credit left. Top it up on assemblyai.com.',
} as const;
export const tooMany = {
  retry: 'with-backoff',
  code: 'too-many-sessions',
  sentence:
    'AssemblyAI allows no further session for this key now. Stop another app that uses it, or wait a minute, then start again.',
} as const;
const disabled = {
  retry: 'never',
  code: 'account-disabled',
  sentence: 'Your AssemblyAI account is disabled. Write to support@assemblyai.com.',
} as const;
const expired = {
  retry: 'at-once',
  code: 'session-expired',
  sentence: 'The session reached its longest duration. Start again to go on.',
} as const;
const noModel = {
  retry: 'never',
  code: 'model-refused',
  sentence:
    'AssemblyAI does not offer Universal-3 Pro any more. Choose Universal-3.5 Pro under Recognition.',
} as const;
const paidOnly = (said: string) =>
  ({
    retry: 'never',
    code: 'paid-only',
    sentence: `AssemblyAI offers this to paying accounts only (“${said}”). Add a credit card on assemblyai.com, or choose another model.`,
  }) as const;
const otherRegion = (said: string) =>
  ({
    retry: 'never',
    code: 'other-region',
    sentence: `AssemblyAI does not accept this key in this region (“${said}”). Choose another region under Recognition.`,
  }) as const;
const quotedRefusal = (said: string) =>
  ({
    retry: 'never',
    code: 'account-refused',
    sentence: `AssemblyAI refused the connection (“${said}”). Check your account on assemblyai.com.`,
  }) as const;
const rejected = (said: string) =>
  ({
    retry: 'never',
    code: 'message-rejected',
    sentence: `AssemblyAI rejected a setting or message${said}. Check the settings; please report this if they are right.`,
  }) as const;
const lost = (said = '') =>
  ({
    retry: 'with-backoff',
    code: 'connection-lost',
    sentence: `The connection to HOST was lost${said}. Start again to go on.`,
  }) as const;

const of1008 = (reason: string, row: Row): CloseRow => ({
  number: 1008,
  text: `${unauthorized}${reason}`,
  ...row,
});

export const closeRows: CloseRow[] = [
  { number: 1008, text: '', ...wrongKey },
  { number: 1008, text: 'Unauthorized Connection', ...wrongKey },
  { number: 1008, text: 'Unauthorized', ...wrongKey },
  of1008('Missing Authorization header', wrongKey),
  of1008('Invalid API key', wrongKey),
  of1008('Invalid or expired API key', wrongKey),
  of1008('API key has been revoked', wrongKey),
  of1008('API key has been disabled for this account', wrongKey),
  of1008('The key or token is missing or not valid.', wrongKey),
  of1008('Authentication error, API token missing/invalid', wrongKey),
  of1008('Token expired', wrongKey),
  of1008('The API key you provided is not valid', wrongKey),
  of1008('Not authorized', wrongKey),
  of1008('Insufficient account balance', noCredit),
  of1008('Insufficient funds', noCredit),
  of1008('Your account has a negative balance', noCredit),
  of1008('Account temporarily disabled', disabled),
  of1008('Your account was suspended', disabled),
  of1008('This feature is paid-only', paidOnly('This feature is paid-only')),
  of1008(
    'Please add a credit card to use streaming',
    paidOnly('Please add a credit card to use streaming'),
  ),
  of1008('Too many concurrent sessions', tooMany),
  { number: 1008, text: 'Unauthorized connection: Too many concurrent sessions', ...tooMany },
  of1008('Region not allowed', otherRegion('Region not allowed')),
  of1008('Insufficient permissions', quotedRefusal('Insufficient permissions')),
  of1008(
    'Your API key may not use this region',
    otherRegion('Your API key may not use this region'),
  ),
  of1008('x'.repeat(5_000), quotedRefusal(`${'x'.repeat(90)}…`)),
  of1008(' No\r\nway\u001b[2J\u0000\u202e! ', quotedRefusal('No way [2J !')),
  of1008('Incorrect padding', {
    retry: 'with-backoff',
    code: 'connection-lost',
    sentence: 'The connection to HOST was lost (“Incorrect padding”). Start again to go on.',
  }),
  {
    number: 1009,
    text: 'message too big',
    retry: 'never',
    code: 'message-too-large',
    sentence: 'CaptionKey sent AssemblyAI too large a message (1009). Please report this.',
  },
  {
    number: 1011,
    text: 'Internal error',
    retry: 'with-backoff',
    code: 'service-fault',
    sentence: 'AssemblyAI has a fault of its own (“Internal error”). Start again to go on.',
  },
  {
    number: 3005,
    text: 'Session Cancelled: An error occurred',
    retry: 'with-backoff',
    code: 'session-cancelled',
    sentence: 'AssemblyAI cancelled the session (“An error occurred”). Start again to go on.',
  },
  {
    number: 3005,
    text: '',
    retry: 'with-backoff',
    code: 'session-cancelled',
    sentence: 'AssemblyAI cancelled the session. Start again to go on.',
  },
  { number: 3006, text: 'prompt is too long', ...rejected(' (“prompt is too long”)') },
  { number: 3006, text: 'Invalid JSON: {', ...rejected(' (“Invalid JSON: {”)') },
  {
    number: 3006,
    text: 'mode is not supported by speech model u3-rt-pro',
    ...rejected(' (“mode is not supported by speech model u3-rt-pro”)'),
  },
  {
    number: 3006,
    text: 'mode is not a parameter of u3-rt-pro.',
    ...rejected(' (“mode is not a parameter of u3-rt-pro.”)'),
  },
  { number: 3006, text: '', ...rejected('') },
  { number: 3006, text: 'Invalid value for speech_model: u3-rt-pro', ...noModel },
  { number: 3006, text: 'Unsupported model: "u3-rt-pro"', ...noModel },
  { number: 3006, text: 'Model u3-rt-pro is not available', ...noModel },
  { number: 3006, text: 'u3-rt-pro is deprecated', ...noModel },
  {
    number: 3006,
    text: 'No messages received for 30 seconds',
    retry: 'at-once',
    code: 'session-idle',
    sentence: 'AssemblyAI ended the session because nothing was sent. Start again to go on.',
  },
  {
    number: 3006,
    text: 'Session terminated due to inactivity',
    retry: 'at-once',
    code: 'session-idle',
    sentence: 'AssemblyAI ended the session because nothing was sent. Start again to go on.',
  },
  {
    number: 3007,
    text: 'Input duration violation: 20 ms. Expected between 50 and 1000 ms',
    retry: 'never',
    code: 'sound-rejected',
    sentence:
      'AssemblyAI rejected the sound that CaptionKey sent (“Input duration violation: 20 ms. Expected between 50 and 1000 ms”). Please report this.',
  },
  {
    number: 3007,
    text: 'Audio Transmission Rate Exceeded: Received 9 sec. audio in 1 sec',
    retry: 'with-backoff',
    code: 'too-fast',
    sentence:
      'AssemblyAI was sent sound too fast (“Audio Transmission Rate Exceeded: Received 9 sec. audio in 1 sec”). Start again to go on.',
  },
  { number: 3008, text: 'Session Expired: Maximum session duration exceeded', ...expired },
  {
    number: 3008,
    text: 'Session Expired: Maximum session duration of the temporary token exceeded',
    ...expired,
  },
  { number: 3008, text: '', ...expired },
  {
    number: 3008,
    text: 'Session Expired: Temporary token expired',
    retry: 'never',
    code: 'token-expired',
    sentence: 'The AssemblyAI token has expired. Paste an API key on the Home page.',
  },
  { number: 3009, text: `${unauthorized}Too many concurrent sessions`, ...tooMany },
  { number: 3009, text: '', ...tooMany },
  { number: 1000, text: '', ...lost() },
  { number: 1012, text: 'restarting', ...lost(' (“restarting”)') },
  { number: 4999, text: '', ...lost() },
];

export const inWindow = ({ sentence }: { sentence: string }, host: string): string =>
  sentence.replace('HOST', host);
