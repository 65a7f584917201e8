import { modelFacts } from '#shared/models.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import type { Problem } from '#shared/status.ts';
import { networkRefusalOf } from './network-failure.ts';
import { refusalTable } from './refusal-table.ts';
import { comparable, quoted, reasonIn } from './refusal-text.ts';
import type { Refusal, RefusalFacts } from './refusals.ts';

/** How a session ended without being asked to. */
export type Failure =
  | { cause: 'error'; code: number; text: string }
  /** `text` is the reason in the close; the service repeats the Error there, if it fits. */
  | { cause: 'closed'; code: number; text?: string }
  /** `retryAfterMs` is what the answer asks for. */
  | { cause: 'refused'; httpStatus: number; retryAfterMs?: number }
  | { cause: 'unreachable'; reason: string }
  | { cause: 'timed-out' }
  /** The connection stands, but nothing comes or goes any more. */
  | { cause: 'stalled' }
  /** The service takes sound with voice in it, and answers with no word. */
  | { cause: 'unanswered' }
  /** `proxy` is its `host[:port]`, without the credentials it may need. */
  | { cause: 'proxy-refused'; proxy: string; httpStatus: number }
  | { cause: 'proxy-unreachable'; proxy: string; reason: string }
  /** No session could be begun at all. */
  | { cause: 'unavailable'; problem: Problem };

/**
 * What a new session would come to: the same failure, success, or maybe success after a while.
 */
export type Retry = 'never' | 'at-once' | 'with-backoff';

/** What a sentence may name. */
export interface Asked {
  /** Of the service: `host[:port]`. */
  host: string;
  model: SpeechModel;
}

/** Whether a new session is worth a try (protocol: errors and limits). */
export function retryOf(failure: Failure): Retry {
  return failure.cause === 'unavailable' ? 'never' : refusalOf(failure).retry;
}

/** How long the other end asks to be left alone. */
export const retryAfterMsOf = (failure: Failure): number =>
  failure.cause === 'refused' ? (failure.retryAfterMs ?? 0) : 0;

/** Sound came faster than the service takes it; more slowly it will. */
export const isTooFast = (failure: Failure): boolean =>
  failure.cause !== 'unavailable' && refusalOf(failure).code === 'too-fast';

/** The account has no session left beside those that are open. */
export const isTooManySessions = (failure: Failure): boolean =>
  failure.cause !== 'unavailable' && refusalOf(failure).code === 'too-many-sessions';

/** The refusal names the model, so another model may well be taken. */
export const isModelRefused = (failure: Failure): boolean =>
  failure.cause !== 'unavailable' && refusalOf(failure).code === 'model-refused';

/**
 * One sentence about what happened and one about what to do, once nothing is tried any more
 * (protocol: errors and limits).
 */
export function describeFailure(failure: Failure, asked: Asked): Problem {
  if (failure.cause === 'unavailable') return failure.problem;
  const { code, what, whatToDo, retry } = worded(failure, asked);
  if (retry === 'never') return { code, sentence: `${what}. ${whatToDo}.` };
  const again = whatToDo === '' ? 'Start again to go on' : `${whatToDo}, then start again`;
  return { code, sentence: `${what}. ${again}.` };
}

/**
 * What a person reads while a lost session is tried again. The status beside it says that, and how
 * much sound is kept.
 */
export function describeLoss(failure: Failure, asked: Asked): Problem {
  if (failure.cause === 'unavailable') return failure.problem;
  const { code, what, whatToDo } = worded(failure, asked);
  return { code, sentence: whatToDo === '' ? `${what}.` : `${what}. ${whatToDo}.` };
}

type Told = Exclude<Failure, { cause: 'unavailable' }>;

function worded(failure: Told, { host, model }: Asked) {
  const { code, what, whatToDo, retry } = refusalOf(failure);
  const number = numberOf(failure);
  const { name, successor } = modelFacts[model];
  const facts: RefusalFacts = {
    host,
    number,
    said: quoted(reasonOf(failure)),
    model: name,
    successor: modelFacts[successor].name,
  };
  const inWords = (part: Refusal['what']): string =>
    typeof part === 'string' ? part : part(facts);
  return {
    code: numbered.has(code) ? `${code}-${number}` : code,
    what: inWords(what),
    whatToDo: inWords(whatToDo),
    retry,
  };
}

/** Codes that stand for several numbers, which the log tells apart. */
const numbered = new Set(['http', 'service', 'connection-lost', 'proxy']);

function refusalOf(failure: Told): Refusal {
  if (failure.cause !== 'error' && failure.cause !== 'closed' && failure.cause !== 'refused')
    return networkRefusalOf(failure);
  const number = numberOf(failure);
  // Close codes begin at 1000: an Error with a smaller number carries the status of an answer.
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

const reasonOf = (failure: Told): string => ('text' in failure ? reasonIn(failure.text) : '');

const numberOf = (failure: Told): number => {
  if ('code' in failure) return failure.code;
  return 'httpStatus' in failure ? failure.httpStatus : 0;
};
