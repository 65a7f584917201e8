import { problem, type Problem } from '#shared/problem.ts';
import type { CaptureFailureCode } from '../../capture/protocol.ts';

/** The problem for each failure of the capture process, and for its silence. */
export const captureProblems: Record<CaptureFailureCode | 'stalled' | 'stopped', Problem> = {
  'no-microphone': problem('no-microphone', {}),
  'no-computer-sound': problem('no-computer-sound', {}),
  'cannot-open': problem('cannot-open-microphone', {}),
  'cannot-record': problem('cannot-record', {}),
  broken: problem('microphone-broken', {}),
  'no-audio-library': problem('no-audio-library', {}),
  stalled: problem('microphone-stalled', {}),
  stopped: problem('capture-stopped', {}),
};
