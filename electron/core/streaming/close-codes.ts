import type { Problem } from '#shared/status.ts';
import type { Retry } from './failure.ts';

interface Meaning {
  retry: Retry;
  describe: (host: string) => Problem;
}

/**
 * What the code of an Error or of a close stands for; they are the same numbers (protocol: errors
 * and limits).
 *
 * @param text what the Error says; empty where there was none
 */
export function meaningOf(code: number, text: string): Meaning {
  const said = text === '' ? '' : ` (${quoted(text)})`;
  switch (code) {
    case 1008:
      return refusal(text);
    case 3005:
      return {
        retry: 'with-backoff',
        describe: () => ({
          code: 'session-cancelled',
          sentence: `AssemblyAI cancelled the session${said}. Start again to go on.`,
        }),
      };
    case 3006:
      return inactivity.test(text) ? idle : rejection(code, said);
    case 3007:
      return rejection(code, said);
    case 3008:
      return {
        retry: 'at-once',
        describe: () => ({
          code: 'session-expired',
          sentence: 'The session reached its longest duration. Start again to go on.',
        }),
      };
    case 3009:
      return { retry: 'with-backoff', describe: () => tooManySessions };
    default:
      // Faults of the network and the server: 1000 unasked, 1001, 1005, 1006, 1011 to 1014.
      return {
        retry: 'with-backoff',
        describe: (host) => ({
          code: `connection-lost-${code}`,
          sentence: `The connection to ${host} was lost${said}. Start again to go on.`,
        }),
      };
  }
}

/** What the service said, in the quotation marks of our sentence: one short line, whatever it is. */
const quoted = (text: string): string =>
  `“${text
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)}”`;

export const wrongKey: Problem = {
  code: 'wrong-key',
  sentence: 'AssemblyAI did not accept the API key. Open CaptionKey and paste a valid key.',
};

export const tooManySessions: Problem = {
  code: 'too-many-sessions',
  sentence:
    'AssemblyAI allows no further session for this key now. Stop another app that uses it, or wait a minute.',
};

/** 1008 stands for a bad key, but also for an empty balance, a disabled account or a limit. */
function refusal(text: string): Meaning {
  if (/too many concurrent/i.test(text))
    return { retry: 'with-backoff', describe: () => tooManySessions };
  if (text === '' || /api key|token|auth|credential/i.test(text))
    return { retry: 'never', describe: () => wrongKey };
  return {
    retry: 'never',
    describe: () => ({
      code: 'account-refused',
      sentence: `AssemblyAI refused the session (${quoted(text)}). Check your account on assemblyai.com.`,
    }),
  };
}

const inactivity = /no messages received for/i;

/** 3006 too, but nothing is wrong: nobody spoke for as long as was asked for. */
const idle: Meaning = {
  retry: 'at-once',
  describe: () => ({
    code: 'session-idle',
    sentence: 'AssemblyAI ended the session because nothing was sent. Start again to go on.',
  }),
};

/** Our own mistake, which would only come again. */
const rejection = (code: number, said: string): Meaning => ({
  retry: 'never',
  describe: () => ({
    code: `service-${code}`,
    sentence: `AssemblyAI rejected what CaptionKey sent${said}. Check the settings; please report this if they are right.`,
  }),
});
