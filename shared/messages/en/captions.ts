import { withDecimal } from '../numbers.ts';

/** The window of the captions, and the page that changes its look. */
export const captions = {
  heading: 'CaptionKey captions',
  group: 'Captions',
  copy: 'Copy',
  copied: 'Copied',
  settings: 'Settings',
  stop: 'Stop',
  preview: 'Preview',
  previewFinal: 'Final words stay.',
  previewPartial: 'New ones may',
  text: 'Words',
  background: 'Background',
  place: 'Window',
  room: 'Room and silence',
  lowContrast: (ratio: number): string =>
    `Hard to read: the contrast of text and background is ${withDecimal('en-GB', ratio)}:1, below 4.5:1.`,
};
