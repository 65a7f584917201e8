import type { ExportedDictation } from './document.ts';
import { cuesInRow, subtitlesOf } from './subtitles.ts';

/** WebVTT. It would read `<`, `&` and `-->` in a text as markup. */
export const vtt = (dictations: ExportedDictation[]): string =>
  subtitlesOf(
    'vtt',
    cuesInRow(dictations).map((cue) => ({ ...cue, text: escape(cue.text) })),
  );

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
