import type { DictationState } from '#shared/dictation.ts';

/** What became of a dictation, in a person's words. */
export const outcomeWords: Record<DictationState, string> = {
  delivered: 'Inserted',
  pasted: 'Pasted',
  'on-clipboard': 'On the clipboard',
  held: 'Not inserted',
  cancelled: 'Cancelled',
  silent: 'Nothing was heard',
  failed: 'Not transcribed',
  running: 'Not finished yet',
  interrupted: 'Interrupted',
};

/** Whether the person may want to do something about it. */
export const isUnsettled = (state: DictationState): boolean =>
  state === 'held' || state === 'failed' || state === 'interrupted';
