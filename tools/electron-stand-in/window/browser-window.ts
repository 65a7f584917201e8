import { readFileSync } from 'node:fs';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { app, runningChromium, standInApp } from '../app/app.ts';
import { pageScripts } from '../page/scripts.ts';
import { PreventableEvent, strictEmitter, strictly, type Part } from '../strict.ts';
import { createWindow } from './create-window.ts';
import { checkOptions, pageBackground } from './options.ts';
import { openWindows } from './open-windows.ts';
import { Page } from './page.ts';
import { StandInWebContents } from './web-contents.ts';
import { watchWindow } from './watch.ts';
import { hintsOf } from './hints.ts';
import type { WindowHints, XWindow } from './x-window.ts';

const events = [
  ...['always-on-top-changed', 'blur', 'close', 'closed', 'focus', 'hide', 'move', 'moved'],
  ...['page-title-updated', 'ready-to-show', 'resize', 'resized', 'show'],
];

let lastId = 0;

/** Electron's `BrowserWindow`. Its state changes at once; requests to the X server follow in order. */
export class StandInBrowserWindow
  extends strictEmitter('BrowserWindow', events)
  implements Part<BrowserWindow>
{
  static getAllWindows(): BrowserWindow[] {
    return [...openWindows.values()].map((window) => window.asElectron());
  }

  static fromId(id: number): BrowserWindow | null {
    return openWindows.get(id)?.asElectron() ?? null;
  }

  static fromWebContents(contents: Electron.WebContents): BrowserWindow | null {
    return this.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  static getFocusedWindow(): BrowserWindow | null {
    return this.getAllWindows().find((window) => window.isFocused()) ?? null;
  }

  readonly id = (lastId += 1);
  readonly webContents: Electron.WebContents;
  readonly #contents: StandInWebContents;
  readonly #hints: WindowHints;
  #title: string;
  #pageTitle = '';
  #isVisible = false;
  #isFocused = false;
  #isDestroyed = false;
  #isMouseIgnored = false;
  #stopWatching = (): void => undefined;
  readonly #created: Promise<XWindow>;
  /** Resolves when all earlier requests are done. A failed request does not stop later ones. */
  #queue: Promise<void>;
  #targetId = '';

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    checkOptions(options);
    this.#hints = hintsOf(options);
    this.#title = options.title ?? app.getName();
    const { preload = '' } = options.webPreferences ?? {};
    this.#contents = new StandInWebContents(this.id, preload, () => this.close());
    this.webContents = strictly<Electron.WebContents>('webContents', this.#contents);
    openWindows.set(this.id, this);
    this.#created = this.#create(options, preload);
    this.#queue = this.#created.then(
      () => undefined,
      (error: unknown) => console.error('electron stand-in: a window failed:', error),
    );
    app.emit('browser-window-created', new PreventableEvent(), this);
    app.emit('web-contents-created', new PreventableEvent(), this.webContents);
    if (options.show ?? true) this.show();
  }

  asElectron(): BrowserWindow {
    return strictly<BrowserWindow>('BrowserWindow', this);
  }

  get targetId(): string {
    return this.#targetId;
  }

  async loadURL(url: string): Promise<void> {
    await this.#created;
    await this.#contents.load(url);
  }

  show(): void {
    this.#show({ activate: this.#hints.focusable });
  }

  showInactive(): void {
    this.#show({ activate: false });
  }

  hide(): void {
    if (!this.#isVisible) return;
    this.#isVisible = false;
    this.#do((xWindow) => xWindow.hide());
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  focus(): void {
    if (this.#isVisible && this.#hints.focusable) this.#do((xWindow) => xWindow.activate());
  }

  isFocused(): boolean {
    return this.#isFocused;
  }

  isFocusable(): boolean {
    return this.#hints.focusable;
  }

  close(): void {
    if (this.#isDestroyed) return;
    const event = new PreventableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#do(async () => {
      const { cdp } = await runningChromium();
      await cdp.browser.send('Target.closeTarget', { targetId: this.#targetId });
    });
    this.gone();
  }

  /** Called when the window is closed, by the app or from outside. */
  gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.#isVisible = false;
    this.#stopWatching();
    openWindows.delete(this.id);
    this.#contents.detach();
    this.emit('closed');
    if (openWindows.size === 0) setImmediate(() => standInApp.lastWindowClosed());
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  getBounds(): Rectangle {
    return { ...this.#hints.bounds };
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#moved({ ...this.#hints.bounds, ...bounds });
    const wanted = this.getBounds();
    this.#do((xWindow) => xWindow.setBounds(wanted));
  }

  getPosition(): number[] {
    return [this.#hints.bounds.x, this.#hints.bounds.y];
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  getSize(): number[] {
    return [this.#hints.bounds.width, this.#hints.bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  isAlwaysOnTop(): boolean {
    return this.#hints.states.has('ABOVE');
  }

  /** X11 has one level above the others. */
  setAlwaysOnTop(isOnTop: boolean): void {
    this.#setState('ABOVE', isOnTop);
    this.emit('always-on-top-changed', new PreventableEvent(), isOnTop);
  }

  /** As Chromium on X11, sets the state, which few window managers support, and sends a message. */
  setVisibleOnAllWorkspaces(isEverywhere: boolean): void {
    this.#setState('STICKY', isEverywhere);
    this.#do((xWindow) => xWindow.setEverywhere(isEverywhere));
  }

  isVisibleOnAllWorkspaces(): boolean {
    return this.#hints.states.has('STICKY');
  }

  setIgnoreMouseEvents(isIgnored: boolean): void {
    this.#isMouseIgnored = isIgnored;
    this.#do((xWindow) => xWindow.ignoreMouse(isIgnored));
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
    this.#do((xWindow) => xWindow.setTitle(this.#title));
  }

  async #create(options: BrowserWindowConstructorOptions, preload: string): Promise<XWindow> {
    const { targetId, session, xWindow } = await createWindow(this.id);
    this.#targetId = targetId;
    const page = new Page(session, targetId, this.#contents);
    const source = preload === '' ? '' : readFileSync(preload, 'utf8');
    await page.prepare(pageScripts(source), pageBackground(options));
    this.#contents.attach(page);
    this.#contents.once('did-finish-load', () => this.emit('ready-to-show'));
    this.#stopWatching = await watchWindow(targetId, xWindow, {
      titled: () => {
        this.#titled(xWindow).catch(() => undefined);
      },
      moved: (bounds) => {
        if (this.#isVisible) this.#moved(bounds);
      },
      focused: (isFocused) => this.#focused(isFocused),
      closeRequested: () => this.close(),
      closed: () => this.gone(),
    });
    await xWindow.setBounds(this.#hints.bounds).catch(() => undefined);
    await xWindow.setTitle(this.#title);
    return xWindow;
  }

  #do(request: (xWindow: XWindow) => Promise<void> | void): void {
    // The window may close while requests are pending.
    this.#queue = this.#queue.then(async () => request(await this.#created)).catch(() => undefined);
  }

  #show({ activate }: { activate: boolean }): void {
    if (!this.#isVisible) {
      this.#isVisible = true;
      // Until the window is shown, the server may still report where it was before.
      const hints = { ...this.#hints, bounds: this.getBounds() };
      this.#do((xWindow) => xWindow.show(hints, { activate }));
      this.#do((xWindow) => {
        if (this.#isMouseIgnored) xWindow.ignoreMouse(true);
      });
      this.emit('show');
    } else if (activate) this.#do((xWindow) => xWindow.activate());
  }

  #setState(name: string, isOn: boolean): void {
    this.#hints.states[isOn ? 'add' : 'delete'](name);
    this.#do((xWindow) => (this.#isVisible ? xWindow.setState(name, isOn) : undefined));
  }

  #moved(bounds: Rectangle): void {
    const before = this.#hints.bounds;
    this.#hints.bounds = bounds;
    if (before.x !== bounds.x || before.y !== bounds.y) this.#emitBoth('move', 'moved');
    if (before.width !== bounds.width || before.height !== bounds.height)
      this.#emitBoth('resize', 'resized');
  }

  #emitBoth(during: string, after: string): void {
    this.emit(during);
    this.emit(after);
  }

  #focused(isFocused: boolean): void {
    if (this.#isFocused === isFocused) return;
    this.#isFocused = isFocused;
    this.emit(isFocused ? 'focus' : 'blur');
  }

  /** Takes the page's title. If the app prevents that, restores the window's title. */
  async #titled(xWindow: XWindow): Promise<void> {
    const title = await this.#contents.pageTitle();
    if (title !== this.#pageTitle && this.#contents.getURL() !== '') {
      this.#pageTitle = title;
      const event = new PreventableEvent();
      this.emit('page-title-updated', event, title, true);
      if (!event.defaultPrevented && title !== '') this.#title = title;
    }
    await xWindow.setTitle(this.#title);
  }
}
