import type { ExportedEntry } from './document.ts';
import { cuesInRow, subtitlesOf } from './subtitles.ts';

/** WebVTT. It would read `<`, `&` and `-->` in a text as markup. */
export const vtt = (entries: ExportedEntry[]): string =>
  subtitlesOf(
    'vtt',
    cuesInRow(entries).map((cue) => ({ ...cue, text: escape(cue.text) })),
  );

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
