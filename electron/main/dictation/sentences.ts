import type { Problem } from '#shared/status.ts';

/** Something else is in the place of the microphone. */
export const occupied: Problem = {
  code: 'busy',
  sentence: 'A recording is being transcribed. Dictate when that is done.',
};

/** Of a text that was delivered before all of it was final. */
export const mayLackWords = 'Words may be missing: the service has not confirmed all of them.';

/** Of a dictation without a text. */
export const couldNotBeHad =
  'What you said could not be made text. Its recording is kept: transcribe it again from the history.';
