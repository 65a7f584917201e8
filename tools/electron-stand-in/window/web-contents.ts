import type { NativeImage, WebContents, WebFrameMain } from 'electron';
import { ipcHandlers, ipcMain } from '../ipc-main.ts';
import type { FromPage } from '../page/messages.ts';
import { PreventableEvent, strictEmitter, strictly, type Part } from '../strict.ts';
import type { Page, PageObserver } from './page.ts';

const events = [
  // Never emitted: keys go to Chromium directly.
  'before-input-event',
  'console-message',
  'destroyed',
  'did-fail-load',
  'did-finish-load',
  'did-navigate',
  'did-stop-loading',
  'dom-ready',
  'preload-error',
  'render-process-gone',
  'will-attach-webview',
  'will-navigate',
];

const levels: Record<string, string> = {
  error: 'error',
  assert: 'error',
  warning: 'warning',
  debug: 'debug',
  verbose: 'debug',
};

const nativeImage = (png: Buffer): NativeImage =>
  strictly<NativeImage>('NativeImage', {
    toPNG: () => png,
    isEmpty: () => png.length === 0,
    getSize: () => ({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }),
  });

/** Electron's `webContents` of a window. */
export class StandInWebContents
  extends strictEmitter('webContents', events)
  implements Part<WebContents>, PageObserver
{
  readonly id: number;
  readonly mainFrame: WebFrameMain;
  readonly #preloadPath: string;
  readonly #close: () => void;
  #page: Page | undefined;
  #url = '';
  #isDestroyed = false;
  #isLoading = false;
  #isCrashed = false;
  #openHandler: Parameters<WebContents['setWindowOpenHandler']>[0] | undefined;

  constructor(id: number, preloadPath: string, close: () => void) {
    super();
    this.id = id;
    this.#preloadPath = preloadPath;
    this.#close = close;
    const contents = this as StandInWebContents;
    this.mainFrame = strictly<WebFrameMain>('WebFrameMain', {
      get url() {
        return contents.#url;
      },
      get origin() {
        return new URL(contents.#url).origin;
      },
      parent: null,
      send: (channel, ...args: unknown[]) => contents.send(channel, ...args),
    });
  }

  getURL(): string {
    return this.#url;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  send(channel: string, ...args: unknown[]): void {
    this.#page?.post({ kind: 'message', channel, args });
  }

  setWindowOpenHandler: WebContents['setWindowOpenHandler'] = (handler) => {
    this.#openHandler = handler;
  };

  close(): void {
    this.#close();
  }

  reload(): void {
    this.#isLoading = true;
    this.#isCrashed = false;
    this.#page?.reload().catch(() => undefined);
  }

  isLoadingMainFrame(): boolean {
    return this.#isLoading;
  }

  forcefullyCrashRenderer(): void {
    this.#page?.crash();
  }

  /**
   * Waits for a page that is loading, as Electron does, because the previous page is not the app's.
   * Throws if the page has crashed: Chromium would hold the code for the next page.
   */
  async executeJavaScript(code: string): Promise<unknown> {
    if (this.#isCrashed) throw new Error('Render frame was disposed');
    if (this.#isLoading || this.#url === '')
      await new Promise((resolve) => this.once('did-stop-loading', resolve));
    return this.#attached().evaluate(code);
  }

  /** Does nothing: the DevTools protocol has no zoom of a page. */
  setZoomFactor(factor: number): void {
    if (!(factor > 0)) throw new Error("'zoomFactor' must be a double greater than 0.0");
  }

  /** The page's current title, also while it loads. */
  async pageTitle(): Promise<string> {
    return String(await this.#attached().evaluate('document.title'));
  }

  async capturePage(): Promise<NativeImage> {
    return nativeImage(await this.#attached().screenshot());
  }

  /** Called when the window has its page. */
  attach(page: Page): void {
    this.#page = page;
  }

  /** Called when the window is closed. */
  detach(): void {
    this.#page = undefined;
    this.#isDestroyed = true;
    this.emit('destroyed');
  }

  /** Resolves when the page has loaded. */
  async load(url: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.once('did-finish-load', resolve);
    this.#isLoading = true;
    this.#isCrashed = false;
    try {
      await this.#attached().navigate(url);
      await promise;
    } catch (error) {
      const name = error instanceof Error ? error.message : String(error);
      this.emit('did-fail-load', new PreventableEvent(), -2, name, url, true);
      this.#stoppedLoading();
      throw Object.assign(new Error(`${name} loading '${url}'`), { code: name, url });
    } finally {
      this.off('did-finish-load', resolve);
    }
  }

  navigated(url: string): void {
    this.#url = url;
    this.emit('did-navigate', new PreventableEvent(), url);
  }

  loaded(): void {
    if (this.#url === '') return;
    this.emit('dom-ready', new PreventableEvent());
    this.emit('did-finish-load', new PreventableEvent());
    this.#stoppedLoading();
  }

  crashed(): void {
    this.#isCrashed = true;
    this.#stoppedLoading();
    const details = { reason: 'crashed', exitCode: 1 };
    this.emit('render-process-gone', new PreventableEvent(), details);
  }

  console(type: string, message: string, lineNumber: number, sourceId: string): void {
    const details = { level: levels[type] ?? 'info', message, lineNumber, sourceId };
    this.emit('console-message', Object.assign(new PreventableEvent(), details));
  }

  leaving(url: string): boolean {
    const details = { url, isSameDocument: false, isMainFrame: true, frame: this.mainFrame };
    const event = Object.assign(new PreventableEvent(), details);
    this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  opening(url: string, frameName: string): void {
    const referrer = { url: this.#url, policy: 'default' as const };
    const details = { url, frameName, features: '', disposition: 'new-window' as const, referrer };
    if (this.#openHandler?.(details).action !== 'deny')
      console.error('electron stand-in: windows opened by a page are not implemented');
  }

  message(message: FromPage): void {
    const event = Object.assign(new PreventableEvent(), {
      type: 'frame' as const,
      sender: strictly<WebContents>('webContents', this),
      senderFrame: this.mainFrame,
      frameId: 1,
      processId: 1,
    });
    switch (message.kind) {
      case 'preload-error':
        this.emit('preload-error', event, this.#preloadPath, new Error(message.message));
        break;
      case 'send':
        ipcMain.emit(message.channel, event, ...message.args);
        break;
      case 'invoke':
        void this.#answer(event, message);
    }
  }

  /** Failures have the same text as in Electron. */
  async #answer(
    event: Electron.IpcMainInvokeEvent,
    { id, channel, args }: FromPage & { kind: 'invoke' },
  ): Promise<void> {
    const handler = ipcHandlers.get(channel);
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`);
      const value: unknown = await handler(event, ...args);
      this.#page?.post({ kind: 'reply', id, value });
    } catch (error) {
      const failure = `Error invoking remote method '${channel}': ${String(error)}`;
      this.#page?.post({ kind: 'reply', id, failure });
    }
  }

  #stoppedLoading(): void {
    this.#isLoading = false;
    this.emit('did-stop-loading');
  }

  #attached(): Page {
    if (!this.#page) throw new Error('Object has been destroyed');
    return this.#page;
  }
}
