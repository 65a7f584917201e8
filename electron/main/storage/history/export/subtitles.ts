import { build } from 'subsrt-ts';
import type { Cue, ExportedEntry } from './document.ts';

/** The cues of several entries one after the other, without the time between them. */
export function cuesInRow(entries: ExportedEntry[]): Cue[] {
  let fromMs = 0;
  return entries.flatMap(({ cues, durationMs }) => {
    const offsetMs = fromMs;
    const ownEndMs = Math.max(durationMs, ...cues.map(({ endMs }) => endMs));
    fromMs += ownEndMs;
    return cues.map(({ startMs, endMs, text }) => ({
      startMs: startMs + offsetMs,
      endMs: endMs + offsetMs,
      text,
    }));
  });
}

/** The file in a format of the library, which writes texts unchanged. */
export const subtitlesOf = (format: 'srt' | 'vtt', cues: Cue[]): string =>
  build(
    cues.map(({ startMs, endMs, text }, index) => ({
      type: 'caption',
      index: index + 1,
      start: startMs,
      end: endMs,
      duration: endMs - startMs,
      content: text,
      text,
    })),
    { format, eol: '\n' },
  );
