import type { DictationState } from '../../dictation.ts';

/** What became of a dictation. */
export const outcomes: Record<DictationState, string> = {
  inserted: 'Inserted',
  pasted: 'Pasted',
  'on-clipboard': 'On the clipboard',
  held: 'Not inserted',
  cancelled: 'Cancelled',
  silent: 'Nothing was heard',
  failed: 'Not transcribed',
  running: 'Not finished yet',
  interrupted: 'Interrupted',
};
