import { app, powerMonitor, type RenderProcessGoneDetails } from 'electron';
import { setAppMenu } from './app-menu.ts';
import { isMac } from './system.ts';

/** The app goes on without a window, because its hotkeys still work. Called before Electron is ready. */
export function keepRunningWithoutWindows(): void {
  app.on('window-all-closed', () => undefined);
}

export async function whenReady(): Promise<void> {
  await app.whenReady();
  setAppMenu(isMac);
}

/** Calls back when the process of a page ends unexpectedly. */
export function onPageGone(callback: (details: RenderProcessGoneDetails) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('render-process-gone', (_gone, details) => callback(details));
  });
}

/** Calls back when macOS activates the running app instead of starting another. */
export function onActivate(activate: () => void): void {
  app.on('activate', activate);
}

interface Sleeper {
  suspend(): void;
  resume(): void;
}

/** Reports when the machine sleeps and wakes. Locking the screen is not sleep. */
export function onSleep(sleeper: Sleeper): void {
  powerMonitor.on('suspend', () => sleeper.suspend());
  powerMonitor.on('resume', () => sleeper.resume());
}
