import { dialog } from 'electron';
import { messages } from '#shared/messages/index.ts';
import type { AskForFile } from './dictionary-file.ts';

const filters = () => [{ name: messages.dictionary.dialog.fileType, extensions: ['txt'] }];

/** The system's own dialogs. */
export const askForFile: AskForFile = {
  toSave: async () => {
    const texts = messages.dictionary.dialog;
    const { canceled, filePath } = await dialog.showSaveDialog({
      title: texts.exportTitle,
      defaultPath: `${texts.fileName}.txt`,
      filters: filters(),
    });
    return canceled ? null : filePath;
  },
  toOpen: async () => {
    const texts = messages.dictionary.dialog;
    const { filePaths } = await dialog.showOpenDialog({
      title: texts.importTitle,
      properties: ['openFile'],
      filters: [...filters(), { name: texts.anyFile, extensions: ['*'] }],
    });
    return filePaths[0] ?? null;
  },
};
