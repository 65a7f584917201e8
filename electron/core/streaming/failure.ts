import type { Problem } from '#shared/status.ts';
import { meaningOf, tooManySessions, wrongKey } from './close-codes.ts';

/** How a session ended without being asked to. */
export type Failure =
  | { cause: 'error'; code: number; text: string }
  | { cause: 'closed'; code: number }
  | { cause: 'refused'; httpStatus: number }
  | { cause: 'unreachable'; reason: string }
  | { cause: 'timed-out' }
  /** The connection stands, but nothing comes or goes any more. */
  | { cause: 'stalled' }
  /** `proxy` is its `host[:port]`, without the credentials it may need. */
  | { cause: 'proxy-refused'; proxy: string; httpStatus: number }
  | { cause: 'proxy-unreachable'; proxy: string; reason: string }
  /** No session could be begun at all. */
  | { cause: 'unavailable'; problem: Problem };

/**
 * What a new session would come to: the same failure, success, or maybe success after a while.
 */
export type Retry = 'never' | 'at-once' | 'with-backoff';

/** Whether a new session is worth a try (protocol: errors and limits). */
export function retryOf(failure: Failure): Retry {
  switch (failure.cause) {
    case 'unavailable':
      return 'never';
    case 'unreachable':
      return isUntrusted(failure.reason) ? 'never' : 'with-backoff';
    case 'proxy-unreachable':
    case 'timed-out':
    case 'stalled':
      return 'with-backoff';
    case 'refused':
    case 'proxy-refused':
      return isPassing(failure.httpStatus) ? 'with-backoff' : 'never';
    case 'closed':
      return meaningOf(failure.code, '').retry;
    case 'error':
      return meaningOf(failure.code, failure.text).retry;
  }
}

/** Too many requests, or a fault at the other end; every other status would only come again. */
const isPassing = (httpStatus: number): boolean => httpStatus === 429 || httpStatus >= 500;

/**
 * One sentence a person can act on (protocol: errors and limits).
 *
 * @param host shown where the way to fix it depends on it
 */
export function describeFailure(failure: Failure, host: string): Problem {
  switch (failure.cause) {
    case 'unavailable':
      return failure.problem;
    case 'unreachable':
      return describeUnreachable(failure.reason, host);
    case 'timed-out':
      return {
        code: 'timed-out',
        sentence: `${host} did not answer in time. Check the internet connection, then start again.`,
      };
    case 'stalled':
      return {
        code: 'stalled',
        sentence: `Nothing comes from ${host} any more. Check the internet connection, then start again.`,
      };
    case 'refused':
      return describeStatus(failure.httpStatus, host);
    case 'proxy-refused':
      return describeProxyStatus(failure.httpStatus, failure.proxy, host);
    case 'proxy-unreachable':
      return {
        code: 'proxy-unreachable',
        sentence: `Cannot reach the proxy ${failure.proxy} (${failure.reason}). Check HTTPS_PROXY, then start again.`,
      };
    case 'closed':
      return meaningOf(failure.code, '').describe(host);
    case 'error':
      return meaningOf(failure.code, failure.text).describe(host);
  }
}

/** A network that looks into encrypted connections, or somebody who pretends to be the service. */
const isUntrusted = (reason: string): boolean => /CERT|SELF_SIGNED|UNABLE_TO_/.test(reason);

const describeUnreachable = (reason: string, host: string): Problem =>
  isUntrusted(reason)
    ? {
        code: 'untrusted',
        sentence: `The certificate shown for ${host} is not trusted (${reason}), so nothing was sent. Ask who runs this network.`,
      }
    : {
        code: 'unreachable',
        sentence: `Cannot reach ${host} (${reason}). Check the internet connection, then start again.`,
      };

function describeStatus(httpStatus: number, host: string): Problem {
  if (httpStatus === 401 || httpStatus === 403) return wrongKey;
  if (httpStatus === 429) return tooManySessions;
  const whatToDo = isPassing(httpStatus)
    ? 'Try again in a minute.'
    : 'Check CAPTIONKEY_STREAMING_URL if it is set; else please report this.';
  return {
    code: `http-${httpStatus}`,
    sentence: `${host} answered with HTTP ${httpStatus}. ${whatToDo}`,
  };
}

const describeProxyStatus = (httpStatus: number, proxy: string, host: string): Problem => ({
  code: `proxy-${httpStatus}`,
  sentence:
    httpStatus === 407
      ? `The proxy ${proxy} asks for a user name and password. Put them into HTTPS_PROXY, then start again.`
      : `The proxy ${proxy} does not connect to ${host} (HTTP ${httpStatus}). Ask who runs it, or list the host in NO_PROXY.`,
});
