import type { Protocol as Cdp } from 'devtools-protocol';
import type { CdpSession } from '../browser/cdp.ts';
import { makeCodec } from '../page/codec.ts';
import type { FromPage, ToPage } from '../page/messages.ts';
import type { pageScripts } from '../page/scripts.ts';
import { answerRequest, fromAlias, toAlias } from '../protocol.ts';
import { windowTag } from './tag.ts';

/** Callbacks for the events of a page. Addresses are the app's, not aliases. */
export interface PageObserver {
  message(message: FromPage): void;
  navigated(url: string): void;
  loaded(): void;
  crashed(): void;
  console(level: string, text: string, lineNumber: number, url: string): void;
  /** The page wants to navigate. Returns whether it may. */
  leaving(url: string): boolean;
  /** The page wants another window. It gets none. */
  opening(url: string, frameName: string): void;
}

const preloadWorld = 'electron-preload';
const codec = makeCodec();

/** A request does not have the hash of its address. */
const withoutHash = (url: string): string => url.split('#', 1)[0] ?? '';

/** Controls a window's page over the DevTools protocol. */
export class Page {
  readonly #session: CdpSession;
  readonly #targetId: string;
  readonly #observer: PageObserver;
  #contextId: number | undefined;
  /** The address that the main process navigates to. The page starts every other navigation. */
  #expectedUrl = '';

  constructor(session: CdpSession, targetId: string, observer: PageObserver) {
    this.#session = session;
    this.#targetId = targetId;
    this.#observer = observer;
  }

  async prepare(scripts: ReturnType<typeof pageScripts>, background: Cdp.DOM.RGBA): Promise<void> {
    this.#observe();
    const cdp = this.#session;
    await cdp.send('Page.enable');
    await cdp.send('Log.enable');
    await cdp.send('Inspector.enable');
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', {
      name: 'standInPost',
      executionContextName: preloadWorld,
    });
    await cdp.send('Fetch.enable', {
      patterns: [
        { urlPattern: 'https://*.stand-in.invalid/*' },
        { urlPattern: '*', resourceType: 'Document' },
      ],
    });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.pageWorld });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: scripts.preloadWorld,
      worldName: preloadWorld,
    });
    await cdp.send('Emulation.setDefaultBackgroundColorOverride', { color: background });
  }

  /** Resolves when the navigation is committed. Rejects with Chromium's error code. */
  async navigate(url: string): Promise<void> {
    const address = toAlias(url);
    this.#expectedUrl = withoutHash(address);
    const { errorText } = await this.#session.send('Page.navigate', { url: address });
    if (errorText) throw new Error(errorText.replace('net::', ''));
  }

  async reload(): Promise<void> {
    const { currentIndex, entries } = await this.#session.send('Page.getNavigationHistory');
    this.#expectedUrl = withoutHash(entries[currentIndex]?.url ?? '');
    await this.#session.send('Page.reload');
  }

  /**
   * Crashes the page's process. Navigates to Chromium's crash address, because `Page.crash` interrupts
   * the page's JavaScript, and Chromium sometimes loses it.
   */
  crash(): void {
    this.#session.send('Page.navigate', { url: 'chrome://crash' }).catch(() => undefined);
  }

  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
    return result.value;
  }

  async screenshot(): Promise<Buffer> {
    const { data } = await this.#session.send('Page.captureScreenshot');
    return Buffer.from(data, 'base64');
  }

  /**
   * Sends a message to the preload's world. Does nothing if the page has none, as in Electron.
   *
   * @throws if the message cannot be cloned
   */
  post(message: ToPage): void {
    const expression = `globalThis.standInReceive?.(${JSON.stringify(codec.encode(message))})`;
    if (this.#contextId === undefined) return;
    this.#session
      .send('Runtime.evaluate', { expression, contextId: this.#contextId })
      .catch(() => undefined);
  }

  #observe(): void {
    const cdp = this.#session;
    const observer = this.#observer;
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string };
      if (context.name === preloadWorld && frameId === this.#targetId) this.#contextId = context.id;
    });
    cdp.on('Runtime.executionContextsCleared', () => {
      this.#contextId = undefined;
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === 'standInPost') observer.message(codec.decode(payload) as FromPage);
    });
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined && !frame.url.includes(windowTag))
        observer.navigated(fromAlias(frame.url + (frame.urlFragment ?? '')));
    });
    cdp.on('Page.loadEventFired', () => observer.loaded());
    cdp.on('Page.windowOpen', ({ url, windowName }) => observer.opening(url, windowName));
    cdp.on('Inspector.targetCrashed', () => {
      // Messages are lost until the page is loaded again.
      this.#contextId = undefined;
      observer.crashed();
    });
    cdp.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
      const text = args.map((arg) => String(arg.value ?? arg.description)).join(' ');
      const [frame] = stackTrace?.callFrames ?? [];
      observer.console(type, text, frame?.lineNumber ?? 0, frame?.url ?? '');
    });
    cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, lineNumber, url } }) =>
      observer.console('error', `Uncaught ${exception?.description ?? ''}`, lineNumber, url ?? ''),
    );
    cdp.on('Log.entryAdded', ({ entry }) =>
      observer.console(entry.level, entry.text, entry.lineNumber ?? 0, entry.url ?? ''),
    );
    cdp.on('Fetch.requestPaused', (event) => {
      this.#answer(event).catch(() => undefined);
    });
  }

  async #answer(event: Cdp.Fetch.RequestPausedEvent): Promise<void> {
    const { requestId, request, resourceType, frameId, redirectedRequestId } = event;
    const isNavigation = resourceType === 'Document' && frameId === this.#targetId;
    const isStart = isNavigation && redirectedRequestId === undefined;
    if (isStart && request.url !== this.#expectedUrl) {
      if (!this.#observer.leaving(fromAlias(request.url))) {
        await this.#session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
        return;
      }
    }
    if (isNavigation) this.#expectedUrl = '';
    const { method, headers } = request;
    const response = await answerRequest(request.url, { method, headers }).catch(() =>
      Response.error(),
    );
    if (response === null) await this.#session.send('Fetch.continueRequest', { requestId });
    else if (response.type === 'error')
      await this.#session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    else
      await this.#session.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: response.status,
        responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
        body: Buffer.from(await response.arrayBuffer()).toString('base64'),
      });
  }
}
