import type { StandInBrowserWindow } from './browser-window.ts';

/** Every window that is not destroyed, by its id. */
export const openWindows = new Map<number, StandInBrowserWindow>();
