import type { Problem } from '#shared/status.ts';

/** A problem as the log may hold it: its sentence could quote what the service said. */
export interface ProblemFacts {
  code: (typeof problemCodes)[number] | 'other';
  /** What the service or the network said as a number, such as 1006; 0 where there is none. */
  number: number;
}

/** The code of every problem, without the number that some end in. */
export const problemCodes = [
  'account-refused',
  'bad-argument',
  'bad-proxy',
  'bad-request',
  'bad-setting',
  'bad-shortcut',
  'bad-streaming-url',
  'broken-inside',
  'busy',
  'cannot-delete-recording',
  'cannot-dial',
  'cannot-export',
  'cannot-keep',
  'cannot-open-microphone',
  'cannot-read-recordings',
  'cannot-read-wav',
  'cannot-record',
  'cannot-save',
  'capture-stopped',
  'connection-lost',
  'demo-server-failed',
  'doubtful-setting',
  'empty',
  'file-set-aside',
  'http',
  'internal',
  'ipc-channel',
  'ipc-no-answer',
  'microphone-away',
  'microphone-broken',
  'microphone-gap',
  'microphone-missing',
  'microphone-stalled',
  'no-audio-library',
  'no-dictation',
  'no-key',
  'no-leftover',
  'no-microphone',
  'no-recording',
  'no-sound',
  'not-a-key',
  'proxy',
  'proxy-unreachable',
  'service',
  'session-cancelled',
  'session-expired',
  'session-idle',
  'shortcut-not-heard',
  'stalled',
  'store-bad-call',
  'store-busy',
  'store-failed',
  'store-full',
  'store-gone',
  'store-newer',
  'store-set-aside',
  'store-slow',
  'store-stopped',
  'store-unwritable',
  'timed-out',
  'too-many-sessions',
  'unreachable',
  'unsupported-wav',
  'untrusted',
  'untrusted-sender',
  'wrong-key',
] as const;

export function problemFacts(problem: Problem): ProblemFacts {
  const [, code, number = 0] = /^(.*?)(?:-(\d+))?$/s.exec(problem.code) ?? [];
  return {
    code: problemCodes.find((known) => known === code) ?? 'other',
    number: Number(number),
  };
}
