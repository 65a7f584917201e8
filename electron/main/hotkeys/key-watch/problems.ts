import { problem, type Problem } from '#shared/problem.ts';
import type { KeyWatchFailureCode } from '../../../key-watch/protocol.ts';

export type KeyWatchProblem = KeyWatchFailureCode | 'stopped';

/** Why releases are not noticed. */
export const keyWatchProblems: Record<KeyWatchProblem, Problem> = {
  'no-display': problem('no-release-display', {}),
  'no-record': problem('no-release-record', {}),
  'no-such-key': problem('no-release-key', {}),
  'not-permitted': problem('no-release-accessibility', {}),
  'cannot-start': problem('no-release-here', {}),
  stopped: problem('no-release-stopped', {}),
};
