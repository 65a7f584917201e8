import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  app,
  Menu,
  powerMonitor,
  systemPreferences,
  type RenderProcessGoneDetails,
} from 'electron';
import { tuning } from '#core/tuning.ts';
import { outputRead } from './standard-streams.ts';

/** Where the app keeps its files, and where its own are. */
export const folders = {
  get userData(): string {
    return app.getPath('userData');
  },
  renderer: join(import.meta.dirname, '../renderer'),
  get demo(): string {
    return join(resources(), 'demo');
  },
  /** The images of the tray. */
  get tray(): string {
    return join(resources(), 'tray');
  },
};

/** Beside the app when it is packaged, in the project before. */
const resources = (): string =>
  join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'resources');

/** What Chromium has to know before it starts. */
export function prepareChromium(): void {
  // Without a window the app goes on: its hotkeys are what it is for.
  app.on('window-all-closed', () => undefined);
}

/** A session that a login manager has not started, such as sway's from a console, has the second only. */
export const isWayland =
  process.platform === 'linux' &&
  (process.env.XDG_SESSION_TYPE === 'wayland' || Boolean(process.env.WAYLAND_DISPLAY));

/** Where sway, or what answers as it does, can be asked. */
export const swaySocket = process.env.SWAYSOCK;

export const isMac = process.platform === 'darwin';

export async function whenReady(): Promise<void> {
  await app.whenReady();
  // Electron's own menu offers reload and developer tools. macOS needs it for paste.
  if (!isMac) Menu.setApplicationMenu(null);
}

/** macOS delivers silence until the person has agreed. */
export async function askForMicrophone(): Promise<void> {
  if (isMac) await systemPreferences.askForMediaAccess('microphone');
}

/** Termination is awaited for 3 s; whatever else is slow does not keep the app from ending. */
const closeTimeoutMs = 5_000;

let exitStatus = 0;

/**
 * Lets the app end only after what costs money or holds words is closed.
 *
 * @param close resolves when all is closed
 */
export function closeBeforeQuit(close: () => Promise<void>): void {
  app.on('before-quit', (event) => {
    event.preventDefault();
    void Promise.race([close(), setTimeout(closeTimeoutMs)])
      .finally(() => outputRead(tuning.unreadOutputMs))
      .finally(() => app.exit(exitStatus));
  });
}

/** Calls back when the process of a page ends by itself. */
export function onPageGone(callback: (details: RenderProcessGoneDetails) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('render-process-gone', (_gone, details) => callback(details));
  });
}

/** macOS starts an app that runs already by telling it so. */
export function onActivate(activate: () => void): void {
  app.on('activate', activate);
}

interface Sleeper {
  suspend(): void;
  resume(): void;
}

/** Tells of the machine's sleep; a locked screen is none. */
export function onSleep(sleeper: Sleeper): void {
  powerMonitor.on('suspend', () => sleeper.suspend());
  powerMonitor.on('resume', () => sleeper.resume());
}

/** Ends the app, once all is closed, with a status. */
export function quit(status = 0): void {
  exitStatus = status;
  app.quit();
}
