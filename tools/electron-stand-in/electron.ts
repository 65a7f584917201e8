import type Electron from 'electron';
import { missing, strictly } from './strict.ts';
import { openWindows } from './window/open-windows.ts';

/* The module `electron` of the main process. */
export { app } from './app/app.ts';
export { globalShortcut } from './global-shortcut.ts';
export { ipcMain } from './ipc-main.ts';
export { net } from './net.ts';
export { protocol } from './protocol.ts';
export { screen } from './screen.ts';
export { session } from './session.ts';
export { clipboard } from './system/clipboard.ts';
export { dialog, powerMonitor } from './system/desktop.ts';
export { Menu } from './system/menu.ts';
export { safeStorage } from './system/safe-storage.ts';
export { Tray } from './system/tray.ts';
export { utilityProcess } from './utility-process.ts';
export { StandInBrowserWindow as BrowserWindow } from './window/browser-window.ts';

const contents = () => [...openWindows.values()].map((window) => window.webContents);

export const webContents = strictly<typeof Electron.webContents>('webContents', {
  getAllWebContents: contents,
  fromId: (id) => contents().find((candidate) => candidate.id === id),
  fromDevToolsTargetId: (targetId) =>
    [...openWindows.values()].find((window) => window.targetId === targetId)?.webContents,
});

export const MenuItem = missing('MenuItem');
export const Notification = missing('Notification');
export const autoUpdater = missing('autoUpdater');
export const contentTracing = missing('contentTracing');
export const crashReporter = missing('crashReporter');
export const desktopCapturer = missing('desktopCapturer');
export const nativeImage = missing('nativeImage');
export const nativeTheme = missing('nativeTheme');
export const powerSaveBlocker = missing('powerSaveBlocker');
export const shell = missing('shell');
export const systemPreferences = missing('systemPreferences');

/** electron-store uses the default export. */
export * as default from './electron.ts';
