import type { Failure } from './failure.ts';
import type { Refusal } from './refusals.ts';

type NetworkFailure = Exclude<
  Failure,
  { cause: 'error' } | { cause: 'closed' } | { cause: 'refused' } | { cause: 'unavailable' }
>;

/** What a failure on the way to the service means, before the service itself has said anything. */
export function networkRefusalOf(failure: NetworkFailure): Refusal {
  switch (failure.cause) {
    case 'unreachable':
      return unreachable(failure.reason);
    case 'timed-out':
      return { code: 'timed-out', what: silent, whatToDo: checkInternet, retry: 'with-backoff' };
    case 'stalled':
      return { code: 'stalled', what: silent, whatToDo: checkInternet, retry: 'with-backoff' };
    case 'unanswered':
      return {
        code: 'unanswered',
        what: ({ host }) => `${host} is sent your voice, but sends no words`,
        whatToDo: 'The recording is kept, and a new connection is tried',
        retry: 'with-backoff',
      };
    case 'proxy-refused':
      return proxyRefusal(failure.proxy, failure.httpStatus);
    case 'proxy-unreachable':
      return {
        code: 'proxy-unreachable',
        what: `Cannot reach the proxy ${failure.proxy} (${failure.reason})`,
        whatToDo: 'Check the network and HTTPS_PROXY',
        retry: 'with-backoff',
      };
  }
}

const silent: Refusal['what'] = ({ host }) => `${host} does not answer`;
const checkInternet = 'Check the internet connection';

function unreachable(reason: string): Refusal {
  const because = (sentence: string): Refusal['what'] => {
    return ({ host }) => sentence.replace('HOST', host);
  };
  if (isNotYetOrNoLongerValid(reason))
    return {
      code: 'untrusted',
      what: because(`The certificate shown for HOST is out of date (${reason})`),
      whatToDo:
        'Check the clock of this computer, and open a browser if this network wants a login',
      retry: 'with-backoff',
    };
  // Nothing is sent to it; where a login page stands in the way, this passes with the login.
  if (isUntrusted(reason))
    return {
      code: 'untrusted',
      what: because(`The certificate shown for HOST is not trusted (${reason})`),
      whatToDo: 'Open a browser and log in to this network, or ask who runs it',
      retry: 'with-backoff',
    };
  if (reason === notWebSocket)
    return {
      code: 'blocked',
      what: because('Something in this network answers for HOST, and blocks live connections'),
      whatToDo: 'Ask who runs the network to allow WebSocket',
      retry: 'with-backoff',
    };
  if (isRefusedEncryption(reason))
    return {
      code: 'no-encryption',
      what: because(`HOST and CaptionKey found no encryption that both allow (${reason})`),
      whatToDo: 'Ask who runs this network, or update CaptionKey',
      retry: 'with-backoff',
    };
  if (isNotEncrypted(reason))
    return {
      code: 'network-login',
      what: because(`Something in this network answers for HOST (${reason})`),
      whatToDo: 'Open a browser and log in',
      retry: 'with-backoff',
    };
  return {
    code: 'unreachable',
    what: because(`Cannot reach HOST (${reason})`),
    whatToDo: checkInternet,
    retry: 'with-backoff',
  };
}

const isNotYetOrNoLongerValid = (reason: string): boolean =>
  /CERT_(?:HAS_EXPIRED|NOT_YET_VALID)/.test(reason);

/** A network that looks into encrypted connections, or a login page that answers for every host. */
const isUntrusted = (reason: string): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH/.test(reason);

/** The reason of an answer that agrees to the upgrade, but not as RFC 6455, 4.1, asks for. */
export const notWebSocket = 'NO_WEBSOCKET';

/** The reason where the other end speaks TLS, and refused the handshake by an alert. */
export const tlsAlert = 'TLS_ALERT';

const isRefusedEncryption = (reason: string): boolean =>
  reason === tlsAlert || /^ERR_SSL_.*(?:ALERT|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS)/.test(reason);

/** The other end does not speak TLS, or no HTTP: a login page in clear text on every port. */
const isNotEncrypted = (reason: string): boolean => /^(?:EPROTO|ERR_SSL_|HPE_)/.test(reason);

function proxyRefusal(proxy: string, httpStatus: number): Refusal {
  if (httpStatus === 407)
    return {
      code: 'proxy',
      what: `The proxy ${proxy} asks for a user name and password`,
      whatToDo: 'Put them into HTTPS_PROXY, then start again',
      retry: 'never',
    };
  return {
    code: 'proxy',
    what: ({ host }) => `The proxy ${proxy} does not connect to ${host} (HTTP ${httpStatus})`,
    whatToDo: 'Ask who runs it, or list the host in NO_PROXY',
    retry: httpStatus === 429 || httpStatus >= 500 ? 'with-backoff' : 'never',
  };
}
