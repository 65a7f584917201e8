import type { DictationOffer } from '../../dictation-status.ts';

const offers: Record<DictationOffer, string> = {
  undo: 'Insert anyway',
  insert: 'Insert here',
  copy: 'Copy',
};

/** The window of a dictation. */
export const pill = {
  heading: 'CaptionKey dictation',
  words: 'Dictated words',
  toCursor: 'Your words go to the cursor',
  endsBy: { release: 'Release to insert', press: 'Press again to insert' },
  escapeCancels: 'Esc cancels',
  inserting: 'Inserting…',
  copied: 'Copied',
  offers,
};
