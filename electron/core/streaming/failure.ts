import type { Problem } from '#shared/status.ts';

/** How a session ended without being asked to. */
export type Failure =
  | { cause: 'error'; code: number; text: string }
  | { cause: 'closed'; code: number }
  | { cause: 'refused'; httpStatus: number }
  | { cause: 'unreachable'; reason: string }
  | { cause: 'timed-out' }
  /** No session could be begun at all. */
  | { cause: 'unavailable'; problem: Problem };

/**
 * One sentence a person can act on (protocol: errors and limits; close code and error code are
 * the same number).
 *
 * @param host shown where the way to fix it depends on it
 */
export function describeFailure(failure: Failure, host: string): Problem {
  switch (failure.cause) {
    case 'unavailable':
      return failure.problem;
    case 'unreachable':
      return {
        code: 'unreachable',
        sentence: `Cannot reach ${host} (${failure.reason}). Check the internet connection, then start again.`,
      };
    case 'timed-out':
      return {
        code: 'timed-out',
        sentence: `${host} did not answer in time. Check the internet connection, then start again.`,
      };
    case 'refused':
      return failure.httpStatus === 401 || failure.httpStatus === 403
        ? wrongKey
        : {
            code: `http-${failure.httpStatus}`,
            sentence: `${host} answered with HTTP ${failure.httpStatus}. Try again in a minute.`,
          };
    case 'closed':
    case 'error':
      return describeCode(failure.code, failure.cause === 'error' ? failure.text : '', host);
  }
}

const wrongKey: Problem = {
  code: 'wrong-key',
  sentence: 'AssemblyAI did not accept the API key. Open CaptionKey and paste a valid key.',
};

/** What the service said, in the quotation marks of our sentence: one short line, whatever it is. */
const quoted = (text: string): string =>
  `(“${text
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)}”)`;

function describeCode(code: number, text: string, host: string): Problem {
  const said = text === '' ? '' : ` ${quoted(text)}`;
  switch (code) {
    case 1008:
      return describeRefusal(text);
    case 3009:
      return tooManySessions;
    case 3006:
    case 3007:
      return {
        code: `service-${code}`,
        sentence: `AssemblyAI rejected what CaptionKey sent${said}. Please report this; starting again may help.`,
      };
    case 3008:
      return {
        code: 'session-expired',
        sentence: 'The session reached its longest duration. Start again to go on.',
      };
    default:
      return {
        code: `connection-lost-${code}`,
        sentence: `The connection to ${host} was lost${said}. Start again to go on.`,
      };
  }
}

/** 1008 stands for a bad key, but also for an empty balance or a disabled account. */
function describeRefusal(text: string): Problem {
  if (/concurrent/i.test(text)) return tooManySessions;
  if (text === '' || /api key|token|auth|credential/i.test(text)) return wrongKey;
  return {
    code: 'account-refused',
    sentence: `AssemblyAI refused the session ${quoted(text)}. Check your account on assemblyai.com.`,
  };
}

const tooManySessions: Problem = {
  code: 'too-many-sessions',
  sentence:
    'AssemblyAI allows no further session for this key now. Stop another app that uses it, or wait a minute.',
};

/** Whether a session that failed so is tried again (protocol: errors and limits). */
export function retryOf(failure: Failure): 'never' | 'at-once' | 'with-backoff' {
  switch (failure.cause) {
    case 'unavailable':
      return 'never';
    case 'unreachable':
    case 'timed-out':
      return 'with-backoff';
    case 'refused':
      return failure.httpStatus === 429 || failure.httpStatus >= 500 ? 'with-backoff' : 'never';
    case 'closed':
    case 'error':
      return retryOfCode(failure.code, failure.cause === 'error' ? failure.text : '');
  }
}

function retryOfCode(code: number, text: string): 'never' | 'at-once' | 'with-backoff' {
  if (code === 1008) return /concurrent/i.test(text) ? 'with-backoff' : 'never';
  if (code === 3006) return /no messages received/i.test(text) ? 'at-once' : 'never';
  if (code === 3007) return 'never';
  return code === 3008 ? 'at-once' : 'with-backoff';
}
