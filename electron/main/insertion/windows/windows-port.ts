import type { Result } from '#shared/result.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Target } from '../insertion.ts';
import { textForTerminal } from '../paste-keys.ts';
import type { InsertionPort, OwnedText, Pressed } from '../port.ts';
import { realClock } from '../real-clock.ts';
import type { ClipboardWatchers } from './clipboard-watchers.ts';
import type { Entry } from './content.ts';
import { awaitTarget } from './await-target.ts';
import {
  foregroundWindow,
  pathOf,
  processOf,
  windowOf,
  type ForegroundWindow,
} from './foreground-window.ts';
import { isElevated, isKeyboardTaken, pressEnter, pressPaste } from './keyboard.ts';
import { windowsPasteWay, type WindowsPasteWay } from './windows-paste-way.ts';
import { WindowsClipboard } from './windows-clipboard.ts';
import type { CopyCount } from './windows-copy-port.ts';

/** Windows, for one insertion. */
export class WindowsPort implements InsertionPort<Entry[]> {
  readonly #clipboard: WindowsClipboard;
  readonly #copied: CopyCount;
  /** Whether the saved content is the newest copy for the person. */
  #hasSavedCopy = false;
  #hasRestoredCopy = false;
  #way: WindowsPasteWay | null = null;

  /** @param copied the newest copy for the person */
  constructor(watchers: ClipboardWatchers, copied: CopyCount) {
    this.#clipboard = new WindowsClipboard(watchers);
    this.#copied = copied;
  }

  /** A remote desktop reads its copy of the clipboard, and nothing here shows when. */
  get hasReceipts(): boolean {
    return this.#way?.isRemote !== true;
  }

  /** Whether the newest copy for the person was replaced, and is there again. */
  get hasRestoredCopy(): boolean {
    return this.#hasRestoredCopy;
  }

  focused(): Promise<Target | null> {
    return awaitTarget(focusedTarget, realClock);
  }

  refusal(target: Target): Promise<Problem | null> {
    return Promise.resolve(
      isElevated(target.windowId) ? problem('elevated', { app: target.app }) : null,
    );
  }

  isKeyboardFree(): Promise<boolean> {
    const window = foregroundWindow();
    return Promise.resolve(window === null || !isKeyboardTaken(window.handle));
  }

  async save(): Promise<Result<Entry[]>> {
    const saved = await this.#clipboard.save();
    this.#hasSavedCopy = this.#copied.isNewest;
    return saved;
  }

  async own(text: string, target: Target | null): Promise<OwnedText | null> {
    if (target === null) return this.#clipboard.leave(text);
    // Uses the handle, because another window may have the keyboard now, and must not become the reader.
    const window = windowOf(target.windowId);
    const way = windowsPasteWay(window.className, window.program);
    this.#way = way;
    const shaped = this.#shaped(text);
    return way.isRemote
      ? this.#clipboard.leave(shaped)
      : this.#clipboard.promise(shaped, (processId) => readsFor(window, processId));
  }

  press(target: Target, owned: OwnedText): Promise<Pressed> {
    return Promise.resolve(this.#press(target, owned));
  }

  /** Windows has no record of the focus: a window that lost it and has it again is not noticed. */
  hasKeptFocus(target: Target): Promise<boolean> {
    return Promise.resolve(foregroundWindow()?.handle === target.windowId);
  }

  pressEnter(target: Target): Promise<Pressed> {
    return Promise.resolve(this.#pressEnter(target));
  }

  async restore(saved: Entry[]): Promise<void> {
    if (!this.hasReceipts) return;
    await this.#clipboard.restore(saved);
    this.#hasRestoredCopy = this.#hasSavedCopy;
  }

  holds(text: string): Promise<boolean> {
    return this.#clipboard.holds(this.#shaped(text));
  }

  /** Ends. A promised text stays there for every program. */
  dispose(): Promise<void> {
    return this.#clipboard.dispose();
  }

  #press(target: Target, owned: OwnedText): Pressed {
    const window = foregroundWindow();
    if (window?.handle !== target.windowId) return 'focus-moved';
    if (isKeyboardTaken(window.handle)) return 'keyboard-taken';
    if (!owned.isOurs()) return 'clipboard-taken';
    this.#clipboard.keyIsPressed();
    return pressPaste(this.#way?.keys ?? 'control-v') ? 'sent' : 'keyboard-taken';
  }

  #pressEnter(target: Target): Pressed {
    const window = foregroundWindow();
    if (window?.handle !== target.windowId) return 'focus-moved';
    if (isKeyboardTaken(window.handle)) return 'keyboard-taken';
    return pressEnter() ? 'sent' : 'keyboard-taken';
  }

  /** A text as the target of the last `own` gets it. */
  #shaped(text: string): string {
    return this.#way?.isTerminal === true ? textForTerminal(text) : text;
  }
}

/** The window that has the keyboard; null if there is none. */
export function focusedTarget(): Target | null {
  const window = foregroundWindow();
  return (
    window && { app: window.app, windowId: window.handle, processId: processOf(window.handle) }
  );
}

/**
 * Whether a process reads for the window. Windows reports the program inside a console as the console's
 * own, and the console's host reads.
 */
function readsFor(window: ForegroundWindow, processId: number): boolean {
  if (processId === window.processId) return true;
  const isConsole = window.className === 'ConsoleWindowClass';
  return isConsole && /\\(conhost|openconsole)\.exe$/i.test(pathOf(processId));
}
