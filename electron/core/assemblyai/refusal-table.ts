import * as phrases from './refusal-phrases.ts';
import {
  never,
  later,
  wrongKey,
  noCredit,
  tooManySessions,
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
  /** `close`: a close or an Error, which have the same numbers. `http`: the answer to the upgrade. */
  of: 'close' | 'http';
  /** First and last number. */
  numbers: readonly [number, number];
  /** The pattern for the text after the service's prefix; any text if there is none. */
  says?: RegExp | undefined;
}

const close = (number: number, row: Refusal, says?: RegExp): RefusalRow => ({
  of: 'close',
  numbers: [number, number],
  ...row,
  says,
});
const http = (first: number, last: number, row: Refusal): RefusalRow => ({
  of: 'http',
  numbers: [first, last],
  ...row,
});

/**
 * What every refusal means, from the most specific to the most general: the first row that matches
 * counts. Sources: AssemblyAI's “Common session errors and closures”, its streaming reference, and
 * RFC 9110, RFC 6455 and RFC 6585 for what others answer.
 */
export const refusalTable: readonly RefusalRow[] = [
  close(1008, { code: 'outdated', retry: never }, phrases.outdated),
  close(1008, tooManySessions, phrases.tooManySessions),
  close(1008, { code: 'other-region', retry: never }, phrases.otherRegion),
  close(1008, { code: 'paid-only', retry: never }, phrases.paidOnly),
  close(1008, { code: 'unpaid', retry: never }, phrases.unpaid),
  close(1008, noCredit, phrases.noCredit),
  close(1008, { code: 'limit-reached', retry: never }, phrases.limitReached),
  close(1008, wrongKey, phrases.wrongKey),
  close(1008, { code: 'account-disabled', retry: never }, phrases.accountDisabled),
  close(1008, serviceFault, phrases.serviceFault),
  // Public reports say that a retry succeeds.
  close(1008, lost, /incorrect padding/i),
  close(1008, { code: 'account-refused', retry: never }),
  close(1009, { code: 'message-too-large', retry: never }),
  close(1011, serviceFault),
  close(3005, { code: 'session-cancelled', retry: later }),
  close(3006, { code: 'session-idle', retry: 'at-once' }, phrases.idle),
  close(3006, { code: 'model-refused', retry: never }, phrases.modelRefused),
  close(3006, { code: 'message-rejected', retry: never }),
  close(3007, { code: 'sound-rejected', retry: never }, phrases.frameLength),
  // The app's frames have a valid length, so the cause is the rate, whatever the text says.
  close(3007, { code: 'too-fast', retry: later }),
  close(3008, { code: 'token-expired', retry: never }, phrases.tokenExpired),
  close(3008, { code: 'session-expired', retry: 'at-once' }),
  close(3009, tooManySessions),
  // Faults of the network and of the server: 1000 without a request, 1001, 1005, 1006, 1012 to 1014.
  { of: 'close', numbers: [0, Infinity], ...lost },

  // Node reports a 101 that names no protocol as an ordinary answer.
  http(100, 199, blocked),
  http(200, 399, networkLogin),
  http(511, 511, networkLogin),
  http(400, 400, { code: 'bad-gateway-request', retry: never }),
  http(401, 401, wrongKey),
  http(402, 402, noCredit),
  http(403, 403, { code: 'forbidden', retry: never }),
  http(404, 405, wrongAddress),
  http(407, 407, { code: 'proxy-login', retry: never }),
  http(408, 408, tooSlow),
  http(410, 410, { code: 'interface-retired', retry: never }),
  http(413, 414, tooLong),
  http(425, 425, tooSlow),
  http(421, 421, busy),
  http(426, 426, blocked),
  http(429, 429, tooManySessions),
  http(431, 431, tooLong),
  http(451, 451, { code: 'legally-blocked', retry: never }),
  http(494, 494, tooLong),
  http(499, 499, busy),
  http(501, 501, blocked),
  http(505, 505, blocked),
  http(500, 599, busy),
  http(0, Infinity, { code: 'http', retry: never }),
];
