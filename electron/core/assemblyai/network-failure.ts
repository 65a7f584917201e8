import type { Refusal, RefusalCode } from './refusals.ts';

/** How a session ended in the network, without a message of the service. */
export type NetworkFailure =
  | { cause: 'unreachable'; reason: string }
  | { cause: 'timed-out' }
  /** The connection is open, but no data passes. */
  | { cause: 'stalled' }
  /** The service accepts sound with voice in it, and sends no word. */
  | { cause: 'unanswered' }
  /** `proxy` is its `host[:port]`, without the credentials it may need. */
  | { cause: 'proxy-refused'; proxy: string; httpStatus: number }
  | { cause: 'proxy-unreachable'; proxy: string; reason: string };

/** What a failure in the network means. */
export function networkRefusalOf(failure: NetworkFailure): Refusal {
  switch (failure.cause) {
    case 'unreachable':
      return { code: unreachableCode(failure.reason), retry: 'with-backoff' };
    case 'timed-out':
    case 'stalled':
    case 'unanswered':
    case 'proxy-unreachable':
      return { code: failure.cause, retry: 'with-backoff' };
    case 'proxy-refused':
      return proxyRefusal(failure.httpStatus);
  }
}

function unreachableCode(reason: string): RefusalCode {
  if (isNotYetOrNoLongerValid(reason)) return 'certificate-outdated';
  // No key or sound was sent. If a login page causes this, it ends with the login.
  if (isUntrusted(reason)) return 'untrusted';
  if (reason === notWebSocket) return 'blocked';
  if (isRefusedEncryption(reason)) return 'no-encryption';
  return isNotEncrypted(reason) ? 'answered-otherwise' : 'unreachable';
}

const isNotYetOrNoLongerValid = (reason: string): boolean =>
  /CERT_(?:HAS_EXPIRED|NOT_YET_VALID)/.test(reason);

/* A reason is a short code, such as `ECONNRESET`, never a sentence. */

/** The network inspects encrypted connections, or a login page answers for every host. */
const isUntrusted = (reason: string): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH/.test(reason);

/** The reason if the answer accepts the upgrade, but not as RFC 6455, 4.1, requires. */
export const notWebSocket = 'NO_WEBSOCKET';

/** The reason if the other end speaks TLS and refused the handshake with an alert. */
export const tlsAlert = 'TLS_ALERT';

const isRefusedEncryption = (reason: string): boolean =>
  reason === tlsAlert || /ERR_SSL_.*(?:ALERT|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS)/.test(reason);

/** The other end speaks no TLS or no HTTP, such as a plain-text login page on every port. */
const isNotEncrypted = (reason: string): boolean => /EPROTO|ERR_SSL_|HPE_/.test(reason);

function proxyRefusal(httpStatus: number): Refusal {
  if (httpStatus === 407) return { code: 'proxy-login', retry: 'never' };
  const isPassing = httpStatus === 429 || httpStatus >= 500;
  return { code: 'proxy-refused', retry: isPassing ? 'with-backoff' : 'never' };
}
