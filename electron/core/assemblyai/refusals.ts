import type { ProblemParams } from '#shared/problem.ts';
import type { refusalProblems } from '#shared/refusal-problems.ts';

/**
 * Whether a new session would fail again, succeed, or perhaps succeed after a while.
 */
export type Retry = 'never' | 'at-once' | 'with-backoff';

/** The facts that the sentence of a refusal may name. */
export type RefusalFacts = ProblemParams<'connection-lost'>;

/** One way in which a session ends or does not begin. */
export type RefusalCode = keyof typeof refusalProblems;

/** One kind of refusal by the service or its front end. */
export interface Refusal {
  code: RefusalCode;
  retry: Retry;
}

export const never = 'never';
export const later = 'with-backoff';

export const wrongKey: Refusal = { code: 'wrong-key', retry: never };
export const noCredit: Refusal = { code: 'no-credit', retry: never };
export const tooManySessions: Refusal = { code: 'too-many-sessions', retry: later };
export const serviceFault: Refusal = { code: 'service-fault', retry: later };
export const blocked: Refusal = { code: 'http-blocked', retry: never };
export const busy: Refusal = { code: 'service-busy', retry: later };
export const networkLogin: Refusal = { code: 'network-login', retry: later };
export const lost: Refusal = { code: 'connection-lost', retry: later };
export const wrongAddress: Refusal = { code: 'wrong-address', retry: never };
export const tooLong: Refusal = { code: 'request-too-long', retry: never };
export const tooSlow: Refusal = { code: 'request-too-slow', retry: later };
