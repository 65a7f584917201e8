import type { ExportedEntry } from './document.ts';
import { cuesInRow, subtitlesOf } from './subtitles.ts';

/** SubRip. It has no escapes, and players show text that is no tag unchanged. */
export const srt = (entries: ExportedEntry[]): string => subtitlesOf('srt', cuesInRow(entries));
