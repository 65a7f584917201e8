import type { ExportFormat, HistoryRef } from '../../history.ts';

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

/** The name that the dialog proposes. */
const fileNames: Record<HistoryRef['type'] | 'history', (dateTime: string) => string> = {
  dictation: (dateTime) => `Dictation ${dateTime}`,
  captions: (dateTime) => `Captions ${dateTime}`,
  history: (dateTime) => `History ${dateTime}`,
};

/** The page of earlier dictations and captions. */
export const history = {
  searchLabel: 'Search the history',
  search: 'Search',
  noMatches: 'No matches.',
  found: (count: number, hasMore: boolean): string =>
    hasMore ? `${count} or more found` : `${count} found`,
  empty: 'Nothing yet. Dictations and captions will appear here, and stay on this computer.',
  today: 'Today',
  yesterday: 'Yesterday',
  captions: 'Captions',
  captionsRun: 'On now',
  isPartial: 'The last words may be wrong.',
  transcribing: 'Transcribing. The new text will replace this one.',
  showWhole: 'Show the whole text',
  copy: 'Copy',
  insert: 'Insert',
  transcribe: 'Transcribe again',
  export: 'Export…',
  exportAs: 'Export as',
  exportAll: 'Export all…',
  exportResults: 'Export results…',
  clear: 'Delete all…',
  confirmClear: 'Delete everything here?',
  formats,
  dialog: {
    title: 'Export the history',
    fileTypes,
    fileNames,
  },
};
