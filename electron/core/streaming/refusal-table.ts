import * as phrases from './refusal-phrases.ts';
import {
  never,
  later,
  wrongKey,
  noCredit,
  tooManySessions,
  otherRegion,
  paidOnly,
  unpaid,
  limitReached,
  accountDisabled,
  outdated,
  serviceFault,
  blocked,
  busy,
  networkLogin,
  lost,
  wrongAddress,
  tooLong,
  tooSlow,
  type Refusal,
} from './refusals.ts';

export interface RefusalRow extends Refusal {
  /** Of the close and the Error, which carry the same number, or of the answer to the upgrade. */
  of: 'close' | 'http';
  /** First and last number. */
  numbers: readonly [number, number];
  /** What the text has to say, after the service's prefix; anything if there is none. */
  says?: RegExp;
}

const close = (number: number, row: Refusal, says?: RegExp): RefusalRow => ({
  of: 'close',
  numbers: [number, number],
  ...row,
  ...(says !== undefined && { says }),
});
const http = (first: number, last: number, row: Refusal): RefusalRow => ({
  of: 'http',
  numbers: [first, last],
  ...row,
});

/**
 * What every refusal means, from the most special to the most general: the first row that fits
 * counts. Sources: AssemblyAI's “Common session errors and closures”, its streaming reference, and
 * RFC 9110, RFC 6455 and RFC 6585 for what others answer.
 */
export const refusalTable: readonly RefusalRow[] = [
  close(1008, outdated, phrases.outdated),
  close(1008, tooManySessions, phrases.tooManySessions),
  close(1008, otherRegion, phrases.otherRegion),
  close(1008, paidOnly, phrases.paidOnly),
  close(1008, unpaid, phrases.unpaid),
  close(1008, noCredit, phrases.noCredit),
  close(1008, limitReached, phrases.limitReached),
  close(1008, wrongKey, phrases.wrongKey),
  close(1008, accountDisabled, phrases.accountDisabled),
  close(1008, serviceFault, phrases.serviceFault),
  // Reported in public to pass when it is tried again.
  close(1008, { ...lost, code: 'account-refused' }, /incorrect padding/i),
  close(1008, {
    code: 'account-refused',
    what: ({ said }) => `AssemblyAI refused the connection${said}`,
    whatToDo: 'Check your account on assemblyai.com',
    retry: never,
  }),
  close(1009, {
    code: 'service',
    what: ({ number }) => `CaptionKey sent AssemblyAI too large a message (${number})`,
    whatToDo: 'Please report this',
    retry: never,
  }),
  close(1011, serviceFault),
  close(3005, {
    code: 'session-cancelled',
    what: ({ said }) => `AssemblyAI cancelled the session${said}`,
    whatToDo: '',
    retry: later,
  }),
  close(
    3006,
    {
      code: 'session-idle',
      what: 'AssemblyAI ended the session because nothing was sent',
      whatToDo: '',
      retry: 'at-once',
    },
    phrases.idle,
  ),
  close(
    3006,
    {
      code: 'model-refused',
      what: ({ model }) => `AssemblyAI does not offer ${model} any more`,
      whatToDo: ({ successor }) => `Choose ${successor} under Recognition`,
      retry: never,
    },
    phrases.modelRefused,
  ),
  close(3006, {
    code: 'service',
    what: ({ said }) => `AssemblyAI rejected a setting or message${said}`,
    whatToDo: 'Check the settings; please report this if they are right',
    retry: never,
  }),
  close(
    3007,
    {
      code: 'service',
      what: ({ said }) => `AssemblyAI rejected the sound that CaptionKey sent${said}`,
      whatToDo: 'Please report this',
      retry: never,
    },
    phrases.frameLength,
  ),
  // Our frames are as long as they have to be, so what is left is the rate, whatever it says.
  close(3007, {
    code: 'too-fast',
    what: ({ said }) => `AssemblyAI was sent sound too fast${said}`,
    whatToDo: '',
    retry: later,
  }),
  close(
    3008,
    {
      code: 'token-expired',
      what: 'The AssemblyAI token has expired',
      whatToDo: 'Open CaptionKey and paste an API key',
      retry: never,
    },
    phrases.tokenExpired,
  ),
  close(3008, {
    code: 'session-expired',
    what: 'The session reached its longest duration',
    whatToDo: '',
    retry: 'at-once',
  }),
  close(3009, tooManySessions),
  // Faults of the network and of the server: 1000 unasked, 1001, 1005, 1006, 1012 to 1014.
  { of: 'close', numbers: [0, Infinity], ...lost },

  // Node gives a 101 that names no protocol as an answer.
  http(100, 199, blocked),
  http(200, 399, networkLogin),
  http(511, 511, networkLogin),
  http(400, 400, {
    code: 'http',
    what: ({ host, number }) => `${host} did not understand the request (HTTP ${number})`,
    whatToDo: 'Check the settings; please report this if they are right',
    retry: never,
  }),
  http(401, 401, wrongKey),
  http(402, 402, noCredit),
  http(403, 403, {
    code: 'forbidden',
    what: ({ host, number }) => `${host} refused the API key or this network (HTTP ${number})`,
    whatToDo: 'Check the key, then ask who runs this network',
    retry: never,
  }),
  http(404, 405, wrongAddress),
  http(407, 407, {
    code: 'proxy',
    what: 'A proxy of this network asks for a user name and password',
    whatToDo: 'Put them into HTTPS_PROXY',
    retry: never,
  }),
  http(408, 408, tooSlow),
  http(410, 410, {
    code: 'http',
    what: 'AssemblyAI has retired the interface that CaptionKey uses (HTTP 410)',
    whatToDo: 'Update CaptionKey',
    retry: never,
  }),
  http(413, 414, tooLong),
  http(425, 425, tooSlow),
  http(421, 421, busy),
  http(426, 426, blocked),
  http(429, 429, tooManySessions),
  http(431, 431, tooLong),
  http(451, 451, {
    code: 'http',
    what: ({ host, number }) => `${host} is blocked here for legal reasons (HTTP ${number})`,
    whatToDo: 'Ask who runs this network',
    retry: never,
  }),
  http(494, 494, tooLong),
  http(499, 499, busy),
  http(501, 501, blocked),
  http(505, 505, blocked),
  http(500, 599, busy),
  http(0, Infinity, {
    code: 'http',
    what: ({ host, number }) => `${host} answered with HTTP ${number}`,
    whatToDo: 'Check CAPTIONKEY_STREAMING_URL if it is set; else please report this',
    retry: never,
  }),
];
