import { dialog } from 'electron';
import { messages } from '#shared/messages/index.ts';
import type { AskWhereToSave } from './export/export.ts';

/** The system's own dialog. It begins in the folder that was used last. */
export const askWhereToSave: AskWhereToSave = async (name, format) => {
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: messages.history.dialog.title,
    defaultPath: name,
    filters: [{ name: messages.history.dialog.fileTypes[format], extensions: [format] }],
  });
  return canceled ? null : filePath;
};
