import type { App } from 'electron';
import { startChromium, type Chromium } from '../browser/chromium.ts';
import { PreventableEvent, strictEmitter, strictly } from '../strict.ts';
import { openWindows } from '../window/open-windows.ts';
import { chromiumSwitches, commandLine } from './command-line.ts';
import { appFolder, AppPaths, appVersion } from './paths.ts';
import { lockInstance } from './single-instance.ts';

const events = [
  'ready',
  'activate',
  'before-quit',
  'browser-window-created',
  'quit',
  'second-instance',
  'web-contents-created',
  'will-quit',
  'window-all-closed',
];

/** Electron's `app`. */
class StandInApp extends strictEmitter('app', events) {
  readonly isPackaged = false;
  readonly commandLine = commandLine;
  readonly #paths = new AppPaths();
  readonly #ready = Promise.withResolvers<undefined>();
  #isReady = false;
  #isQuitting = false;
  #isEnding = false;
  #holdsLock = false;

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  isReady(): boolean {
    return this.#isReady;
  }

  getName(): string {
    return this.#paths.name;
  }

  setName(name: string): void {
    this.#paths.name = name;
  }

  get name(): string {
    return this.#paths.name;
  }

  set name(name: string) {
    this.#paths.name = name;
  }

  getVersion(): string {
    return appVersion;
  }

  getAppPath(): string {
    return appFolder;
  }

  getLocale(): string {
    return 'en-US';
  }

  /** As GLib's `g_get_language_names`, without “C”. */
  getPreferredSystemLanguages(): string[] {
    const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
    const value = [LANGUAGE, LC_ALL, LC_MESSAGES, LANG].find(Boolean) ?? 'C';
    return value.split(':').filter((name) => name !== 'C');
  }

  getPath: App['getPath'] = (name) => this.#paths.get(name);

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  /** Does nothing: portals use the name, and there are none here. */
  setDesktopName(): void {
    return undefined;
  }

  requestSingleInstanceLock(additionalData: Record<PropertyKey, unknown> = {}): boolean {
    this.#holdsLock ||= lockInstance(this.getPath('userData'), additionalData, (launch) => {
      void this.whenReady().then(() =>
        this.emit(
          'second-instance',
          new PreventableEvent(),
          launch.argv,
          launch.workingDirectory,
          launch.additionalData,
        ),
      );
    });
    return this.#holdsLock;
  }

  hasSingleInstanceLock(): boolean {
    return this.#holdsLock;
  }

  quit(): void {
    if (this.#isQuitting) return;
    if (this.#isPrevented('before-quit')) return;
    this.#isQuitting = true;
    try {
      const stays = [...openWindows.values()].some((window) => {
        window.close();
        return !window.isDestroyed();
      });
      if (!stays && !this.#isPrevented('will-quit')) this.#end(0);
    } finally {
      this.#isQuitting = this.#isEnding;
    }
  }

  exit(status = 0): void {
    this.#isQuitting = true;
    for (const window of openWindows.values()) window.destroy();
    this.#end(status);
  }

  /** Quits unless the app listens to `window-all-closed`, as Electron does. */
  lastWindowClosed(): void {
    if (this.#isQuitting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }

  /** Emits `ready` before Chromium starts, as Electron does. Windows wait for Chromium. */
  start(): void {
    this.#isReady = true;
    this.emit('ready', new PreventableEvent(), {});
    this.#ready.resolve(undefined);
    setImmediate(() => {
      this.#startChromium().then(chromium.resolve, (error: unknown) => {
        console.error(error);
        process.exit(1);
      });
    });
  }

  async #startChromium(): Promise<Chromium> {
    const started = await startChromium(chromiumSwitches());
    void started.ended.then(() => {
      if (this.#isEnding) return;
      console.error('electron stand-in: Chromium has ended.');
      process.exit(1);
    });
    process.stderr.write(`\nDevTools listening on ${started.devToolsUrl}\n`);
    return started;
  }

  #isPrevented(name: string): boolean {
    const event = new PreventableEvent();
    this.emit(name, event);
    return event.defaultPrevented;
  }

  #end(status: number): void {
    this.#isEnding = true;
    this.emit('quit', new PreventableEvent(), status);
    void chromium.promise.then((started) => started.stop()).finally(() => process.exit(status));
  }
}

const chromium = Promise.withResolvers<Chromium>();

export const standInApp = new StandInApp();
export const app = strictly<App>('app', standInApp);

/** The browser of all windows. It starts when the app is ready. */
export const runningChromium = (): Promise<Chromium> => chromium.promise;

/** Called when the main script has run. */
export const becomeReady = (): void => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => standInApp.quit());
  standInApp.start();
};
