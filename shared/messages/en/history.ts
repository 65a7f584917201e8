import type { ExportFormat } from '../../dictation.ts';

const formats: Record<ExportFormat, string> = {
  txt: 'plain text (txt)',
  md: 'Markdown (md)',
  json: 'JSON',
  srt: 'subtitles (srt)',
  vtt: 'subtitles (vtt)',
};

/** The kinds of file in the system's dialog. */
const fileTypes: Record<ExportFormat, string> = {
  txt: 'Plain text',
  md: 'Markdown',
  json: 'JSON',
  srt: 'SubRip subtitles',
  vtt: 'WebVTT subtitles',
};

/** The page of the dictations that were made. */
export const history = {
  searchLabel: 'Search the history',
  search: 'Search',
  noMatches: 'No matches.',
  found: (count: number, hasMore: boolean): string =>
    hasMore ? `${count} or more found` : `${count} found`,
  showOlder: 'Show older',
  empty: 'No dictations yet. They will appear here, and stay on this computer.',
  isPartial: 'The last words may be wrong.',
  transcribing: 'Transcribing. The new text will replace this one.',
  showAll: 'Show all',
  copy: 'Copy',
  insert: 'Insert',
  transcribe: 'Transcribe again',
  export: 'Export…',
  exportAs: 'Export as',
  exportAll: 'Export all…',
  exportResults: 'Export results…',
  formats,
  dialog: {
    title: 'Export dictations',
    fileTypes,
    fileName: (dateTime: string): string => `Dictation ${dateTime}`,
  },
};
