import { dialog } from 'electron';
import type { ExportFormat } from '#shared/dictation.ts';
import type { AskWhereToSave } from './export/export.ts';

const names: Record<ExportFormat, string> = {
  txt: 'Plain text',
  md: 'Markdown',
  json: 'JSON',
  srt: 'SubRip subtitles',
  vtt: 'WebVTT subtitles',
};

/** The system's own dialog; it begins in the folder that was used last. */
export const askWhereToSave: AskWhereToSave = async (name, format) => {
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: 'Export dictations',
    defaultPath: name,
    filters: [{ name: names[format], extensions: [format] }],
  });
  return canceled ? null : filePath;
};
