import { threadId } from 'node:worker_threads';
import koffi from 'koffi';
import { insertionTuning as tuning } from '../tuning.ts';
import * as win32 from './win32.ts';

/** Handles a message. Windows handles it if this returns null. */
type OnMessage = (message: number, wParam: number) => number | null;

const parentOfMessageWindows = -3;
const remove = 1;

const windows = new Map<number, OnMessage>();
// A window class belongs to the process, and its procedure to the thread that registered it.
const className = `CaptionKeyClipboard${process.pid}-${threadId}`;
let isClassRegistered = false;

/**
 * A window that is never shown and only receives messages. Other programs wait for its answers, so its
 * messages are handled every few milliseconds.
 */
export class MessageWindow {
  readonly handle: number;
  readonly #timer: NodeJS.Timeout;
  #hurryUntilMs = 0;

  constructor(onMessage: OnMessage) {
    registerClass();
    this.handle = win32.CreateWindowExW(
      ...[0, className, '', 0, 0, 0, 0, 0, parentOfMessageWindows, 0],
      ...[win32.GetModuleHandleW(null), 0],
    );
    if (this.handle === 0) throw new Error('Windows gives no window for the clipboard.');
    windows.set(this.handle, onMessage);
    this.#timer = setInterval(handleMessages, tuning.messagePollMs);
  }

  /**
   * Handles messages without a pause for some time. Timers of Windows are up to 16 ms late, and a
   * program that waits for an answer blocks the clipboard for all others.
   */
  hurry(forMs: number): void {
    const isHurrying = performance.now() < this.#hurryUntilMs;
    this.#hurryUntilMs = performance.now() + forMs;
    if (!isHurrying) this.#handleWithoutPause();
  }

  destroy(): void {
    this.#hurryUntilMs = 0;
    clearInterval(this.#timer);
    win32.DestroyWindow(this.handle);
    windows.delete(this.handle);
  }

  #handleWithoutPause(): void {
    if (performance.now() >= this.#hurryUntilMs) return;
    handleMessages();
    setImmediate(() => this.#handleWithoutPause());
  }
}

function handleMessages(): void {
  const message = {};
  while (win32.PeekMessageW(message, 0, 0, 0, remove) !== 0) win32.DispatchMessageW(message);
}

function registerClass(): void {
  if (isClassRegistered) return;
  const procedure = koffi.register(
    (window: number, message: number, wParam: number, lParam: number) =>
      windows.get(window)?.(message, wParam) ??
      win32.DefWindowProcW(window, message, wParam, lParam),
    win32.windowProcedure,
  );
  const atom = win32.RegisterClassExW({
    ...{ cbSize: win32.sizeOf.windowClass, style: 0, lpfnWndProc: procedure },
    ...{ cbClsExtra: 0, cbWndExtra: 0, hInstance: win32.GetModuleHandleW(null) },
    ...{ hIcon: 0, hCursor: 0, hbrBackground: 0, hIconSm: 0 },
    ...{ lpszMenuName: null, lpszClassName: className },
  });
  if (atom === 0) throw new Error('Windows registers no class of windows.');
  isClassRegistered = true;
}
