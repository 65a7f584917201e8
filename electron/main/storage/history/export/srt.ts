import type { ExportedDictation } from './document.ts';
import { cuesInRow, subtitlesOf } from './subtitles.ts';

/** SubRip. It has no escapes, and players show text that is no tag unchanged. */
export const srt = (dictations: ExportedDictation[]): string =>
  subtitlesOf('srt', cuesInRow(dictations));
