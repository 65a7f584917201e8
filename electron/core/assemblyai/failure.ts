import { modelFacts } from '#shared/models.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { networkRefusalOf, type NetworkFailure } from './network-failure.ts';
import { refusalTable } from './refusal-table.ts';
import { comparable, reasonIn, shortened } from './refusal-text.ts';
import type { Refusal, RefusalCode, Retry } from './refusals.ts';

/** How a session ended without a request. */
export type Failure =
  | { cause: 'error'; code: number; text: string }
  /** `text` is the reason in the close frame. The service repeats its Error there if it fits. */
  | { cause: 'closed'; code: number; text?: string }
  /** `retryAfterMs` comes from the answer's `Retry-After`. */
  | { cause: 'refused'; httpStatus: number; retryAfterMs?: number }
  | NetworkFailure
  /** No session could begin, for example without a key. */
  | { cause: 'unavailable'; problem: Problem };

/** What a sentence about a failure may name. */
export interface Asked {
  /** Of the service: `host[:port]`. */
  host: string;
  model: SpeechModel;
}

/** Whether and when a new session may succeed. */
export function retryOf(failure: Failure): Retry {
  return failure.cause === 'unavailable' ? 'never' : refusalOf(failure).retry;
}

/** How long the service asks the client to wait. */
export const retryAfterMsOf = (failure: Failure): number =>
  failure.cause === 'refused' ? (failure.retryAfterMs ?? 0) : 0;

/** The service refused the session because it was sent sound too fast. */
export const isTooFast = (failure: Failure): boolean => means(failure, 'too-fast');

/** The account allows no further session beside the open ones. */
export const isTooManySessions = (failure: Failure): boolean => means(failure, 'too-many-sessions');

/** The service refused the model, so another model may work. */
export const isModelRefused = (failure: Failure): boolean => means(failure, 'model-refused');

const means = (failure: Failure, code: RefusalCode): boolean =>
  failure.cause !== 'unavailable' && refusalOf(failure).code === code;

/** The problem after the last retry. */
export const describeFailure = (failure: Failure, asked: Asked): Problem =>
  failure.cause === 'unavailable' ? failure.problem : problemOf(failure, asked, true);

/**
 * The problem that is shown while a lost session is retried. The status beside it shows the retry, and how
 * much sound waits.
 */
export const describeLoss = (failure: Failure, asked: Asked): Problem =>
  failure.cause === 'unavailable' ? failure.problem : problemOf(failure, asked, false);

type ConnectionFailure = Exclude<Failure, { cause: 'unavailable' }>;

function problemOf(failure: ConnectionFailure, { host, model }: Asked, isOver: boolean): Problem {
  const { code, retry } = refusalOf(failure);
  const { name, successor } = modelFacts[model];
  return problem(code, {
    host,
    said: shortened(reasonOf(failure)),
    number: numberOf(failure),
    model: name,
    successor: modelFacts[successor].name,
    proxy: 'proxy' in failure ? failure.proxy : '',
    reason: 'reason' in failure ? failure.reason : '',
    canStartAgain: isOver && retry !== 'never',
  });
}

function refusalOf(failure: ConnectionFailure): Refusal {
  if (failure.cause !== 'error' && failure.cause !== 'closed' && failure.cause !== 'refused')
    return networkRefusalOf(failure);
  const number = numberOf(failure);
  // Close codes begin at 1000. An Error with a smaller number has an HTTP status.
  const of = failure.cause === 'refused' || isStatus(number) ? 'http' : 'close';
  const text = comparable(reasonOf(failure));
  const row = refusalTable.find(
    (row) =>
      row.of === of &&
      number >= row.numbers[0] &&
      number <= row.numbers[1] &&
      (row.says === undefined || row.says.test(text)),
  );
  // The table ends with rows for everything else.
  if (row === undefined) throw new Error(`no row for ${of} ${number}`);
  return row;
}

const isStatus = (number: number): boolean => number >= 400 && number < 600;

const reasonOf = (failure: ConnectionFailure): string =>
  'text' in failure ? reasonIn(failure.text) : '';

const numberOf = (failure: ConnectionFailure): number => {
  if ('code' in failure) return failure.code;
  return 'httpStatus' in failure ? failure.httpStatus : 0;
};
