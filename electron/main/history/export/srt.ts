import type { ExportedDictation } from './document.ts';
import { cuesInRow, subtitlesOf } from './subtitles.ts';

/** SubRip; it has no way to escape, and players show what is no tag as it is. */
export const srt = (dictations: ExportedDictation[]): string =>
  subtitlesOf('srt', cuesInRow(dictations));
