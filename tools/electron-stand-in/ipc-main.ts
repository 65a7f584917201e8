import type { IpcMain } from 'electron';
import { strictEmitter, strictly } from './strict.ts';

type Handler = Parameters<IpcMain['handle']>[1];

export const ipcHandlers = new Map<string, Handler>();

/** Channels are event names, so any name is allowed. */
class StandInIpcMain extends strictEmitter('ipcMain', 'any') {
  handle(channel: string, handler: Handler): void {
    if (ipcHandlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    ipcHandlers.set(channel, handler);
  }

  removeHandler(channel: string): void {
    ipcHandlers.delete(channel);
  }
}

export const ipcMain = strictly<IpcMain>('ipcMain', new StandInIpcMain());
