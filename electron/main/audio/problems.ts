import type { Problem } from '#shared/status.ts';
import type { CaptureFailureCode } from '../../capture/protocol.ts';

/** What can go wrong with a microphone, and what a person does about it. */
export const microphoneProblems: Record<CaptureFailureCode | 'stalled' | 'stopped', Problem> = {
  'no-microphone': {
    code: 'no-microphone',
    sentence: 'No microphone was found. Plug one in, then start again.',
  },
  'cannot-open': {
    code: 'cannot-open-microphone',
    sentence:
      'The microphone could not be opened. Close other apps that use it or choose another in CaptionKey, then start again.',
  },
  'cannot-record': {
    code: 'cannot-record',
    sentence:
      'The recording cannot be written to disk; captions go on without it. Free some space there.',
  },
  broken: {
    code: 'microphone-broken',
    sentence:
      'The microphone reported an error. Plug it in again or choose another in CaptionKey, then start again.',
  },
  'no-audio-library': {
    code: 'no-audio-library',
    sentence: 'The audio library could not be loaded. Install CaptionKey again.',
  },
  stalled: {
    code: 'microphone-stalled',
    sentence:
      'The microphone stopped delivering sound. Plug it in again or choose another in CaptionKey, then start again.',
  },
  stopped: {
    code: 'capture-stopped',
    sentence: 'The microphone stopped without a reason. Start again to go on.',
  },
};

/** @param name of the microphone, or null for the system's default */
export const exactSilenceProblem = (name: string | null): Problem => ({
  code: 'no-sound',
  sentence: `No sound is coming from ${name ?? 'the microphone'}. Unmute it, or choose another in CaptionKey.`,
});

/** @param name of the microphone that was chosen */
export const awayMicrophoneProblem = (name: string): Problem => ({
  code: 'microphone-missing',
  sentence: `${name} is not there, so the default microphone is used. Plug it in, or choose another in CaptionKey.`,
});

export const awayProblem: Problem = {
  code: 'microphone-away',
  sentence:
    'The microphone is gone, and nothing is heard. Plug it in again; CaptionKey keeps trying.',
};

/**
 * @param seconds how long nothing was heard
 * @param what a sentence: how it is now
 */
export const gapProblem = (seconds: number, what: string): Problem => ({
  code: 'microphone-gap',
  sentence: `${what} ${seconds.toFixed(1)} s were not heard; say again what you said then.`,
});
