import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  app,
  Menu,
  powerMonitor,
  systemPreferences,
  type RenderProcessGoneDetails,
} from 'electron';
import { systemOf } from '#shared/system.ts';
import { sessionBusAddress } from '../dbus/session-bus.ts';
import { outputRead } from '../cli/standard-streams.ts';
import { mainTuning } from '../time/tuning.ts';

/** The folders of the person's files and of the app's own. */
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

/** Beside the app in a package, and in the project otherwise. */
const resources = (): string =>
  join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'resources');

/** Keeps the app running without a window. Called before Electron is ready. */
export function prepareChromium(): void {
  // The app goes on without a window, because its hotkeys still work.
  app.on('window-all-closed', () => undefined);
}

/**
 * Whether this is a Wayland session. One that no login manager has started, such as sway from a console,
 * sets the second variable only.
 */
export const isWayland =
  process.platform === 'linux' &&
  (process.env.XDG_SESSION_TYPE === 'wayland' || Boolean(process.env.WAYLAND_DISPLAY));

/** The IPC socket of sway, or of a compositor with the same IPC. */
export const swaySocket = process.env.SWAYSOCK;

/** The address of the session bus, with services such as KWin's. */
export const busAddress = sessionBusAddress(process.env);

/** The languages of the system, the favourite first. Its own list: Electron has English texts only. */
export const systemLanguages = (): string[] => app.getPreferredSystemLanguages();

export const system = systemOf(process.platform);
export const isMac = system === 'macos';

export async function whenReady(): Promise<void> {
  await app.whenReady();
  // Electron's default menu offers reload and developer tools. macOS needs it for paste.
  if (!isMac) Menu.setApplicationMenu(null);
}

/** Asks for the microphone on macOS, which records silence until the person agrees. */
export async function askForMicrophone(): Promise<void> {
  if (isMac) await systemPreferences.askForMediaAccess('microphone');
}

/** False if the person, or who manages the Mac, does not allow the microphone. */
export function mayHear(): boolean {
  if (!isMac) return true;
  const status = systemPreferences.getMediaAccessStatus('microphone');
  return status !== 'denied' && status !== 'restricted';
}

let exitStatus = 0;
/** Resolves when the app has ended; null while it runs. */
let ending: Promise<void> | null = null;

export const isEnding = (): boolean => ending !== null;

/**
 * Delays the end of the app until the connection is closed and all words are stored.
 *
 * @param close resolves when everything is closed
 */
export function closeBeforeQuit(close: () => Promise<void>): void {
  app.on('before-quit', (event) => {
    event.preventDefault();
    // Another quit or signal does not close everything again.
    ending ??= exitAfter(close);
  });
}

async function exitAfter(close: () => Promise<void>): Promise<void> {
  try {
    await Promise.race([close(), setTimeout(mainTuning.quitTimeoutMs)]);
  } finally {
    await outputRead(mainTuning.unreadOutputMs).finally(() => app.exit(exitStatus));
  }
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

/** Closes everything, then ends the app with a status. */
export function quit(status = 0): void {
  exitStatus = status;
  app.quit();
}
