import * as v from 'valibot';
import { problemWith } from './problem-definition.ts';

/** How a session ended, or why there was none. A sentence names what it needs of these. */
const refusal = problemWith({
  /** Of the service: `host[:port]`. */
  host: v.string(),
  /** What the service said as its reason; empty if it said nothing. */
  said: v.string(),
  /** The close code or the HTTP status; 0 if there is none. */
  number: v.number(),
  /** The model that was asked for, and one that is offered instead. */
  model: v.string(),
  successor: v.string(),
  /** `host[:port]` of a proxy; empty if there is none. */
  proxy: v.string(),
  /** The network's own word for a failure, such as `ENOTFOUND`. */
  reason: v.string(),
  /** Whether it may go well once the person starts again. */
  canStartAgain: v.boolean(),
});

/** Each is one way in which a session ends or does not begin. */
export const refusalProblems = {
  'account-disabled': refusal,
  'account-refused': refusal,
  'answered-otherwise': refusal,
  'bad-gateway-request': refusal,
  blocked: refusal,
  'certificate-outdated': refusal,
  'connection-lost': refusal,
  forbidden: refusal,
  http: refusal,
  'http-blocked': refusal,
  'interface-retired': refusal,
  'legally-blocked': refusal,
  'limit-reached': refusal,
  'message-rejected': refusal,
  'message-too-large': refusal,
  'model-refused': refusal,
  'network-login': refusal,
  'no-credit': refusal,
  'no-encryption': refusal,
  'other-region': refusal,
  outdated: refusal,
  'paid-only': refusal,
  'proxy-login': refusal,
  'proxy-refused': refusal,
  'proxy-unreachable': refusal,
  'request-too-long': refusal,
  'request-too-slow': refusal,
  'service-busy': refusal,
  'service-fault': refusal,
  'session-cancelled': refusal,
  'session-expired': refusal,
  'session-idle': refusal,
  'sound-rejected': refusal,
  stalled: refusal,
  'timed-out': refusal,
  'token-expired': refusal,
  'too-fast': refusal,
  'too-many-sessions': refusal,
  unanswered: refusal,
  unpaid: refusal,
  unreachable: refusal,
  untrusted: refusal,
  'wrong-address': refusal,
  'wrong-key': refusal,
};
