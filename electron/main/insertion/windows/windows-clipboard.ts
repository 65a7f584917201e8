import { setTimeout as sleep } from 'node:timers/promises';
import type { Result } from '#shared/result.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import type { OwnedText, Receipt } from '../port.ts';
import {
  markerEntries,
  readContent,
  readText,
  textEntry,
  unreadable,
  writeContent,
  type Entry,
} from './content.ts';
import type { ClipboardWatchers } from './clipboard-watchers.ts';
import { unicodeText } from './formats.ts';
import { processOf } from './foreground-window.ts';
import { MessageWindow } from './message-window.ts';
import { withClipboard } from './open-clipboard.ts';
import * as win32 from './win32.ts';

const renderFormat = 0x305;
const destroyClipboard = 0x307;
const nothing = 0;
const unknownProcess = 0;
const abortIfHung = 2;

/** Whether a process is the one that pastes. */
type IsTarget = (processId: number) => boolean;

/** A text that was promised to the clipboard, and is delivered when a program asks for it. */
interface Promised {
  text: string;
  isTarget: IsTarget;
  receipt: PromiseWithResolvers<Receipt>;
  lastReadAtMs: number;
  isKeyPressed: boolean;
}

/**
 * The clipboard for one insertion. The text is promised first and delivered when a program reads it,
 * because only then does Windows report the program.
 */
export class WindowsClipboard {
  readonly #watchers: ClipboardWatchers;
  readonly #window = new MessageWindow((message, wParam) => this.#handle(message, wParam));
  #promised: Promised | null = null;
  #isReplacing = false;

  /** @param watchers what earlier insertions have learned of them */
  constructor(watchers: ClipboardWatchers) {
    this.#watchers = watchers;
  }

  /** Everything on it that can be restored. */
  async save(): Promise<Result<Entry[]>> {
    if (!answers(win32.GetClipboardOwner())) return unreadable;
    return (await withClipboard(this.#window.handle, readContent)) ?? unreadable;
  }

  /**
   * Leaves a text there for every program, permanently; null if another program keeps the clipboard open.
   * Clipboard histories keep it out.
   */
  leave(text: string): Promise<OwnedText | null> {
    return this.#copyEntries([textEntry(text), ...markerEntries()]);
  }

  /** The same for a text that the person asked for. Clipboard histories may keep it. */
  copy(text: string): Promise<OwnedText | null> {
    return this.#copyEntries([textEntry(text)]);
  }

  async #copyEntries(entries: Entry[]): Promise<OwnedText | null> {
    const isThere = await this.#replace(() => writeContent(entries));
    if (!isThere) return null;
    const copiedAtMs = performance.now();
    return {
      receipt: new Promise(() => undefined),
      lastReadAtMs: () => copiedAtMs,
      isOurs: () => this.#isOurs,
    };
  }

  /** Promises a text to one program; null if another one keeps the clipboard open. */
  async promise(text: string, isTarget: IsTarget): Promise<OwnedText | null> {
    const isThere = await this.#replace(() => {
      win32.SetClipboardData(unicodeText, nothing);
      writeContent(markerEntries());
    });
    if (!isThere) return null;
    const promised: Promised = {
      ...{ text, isTarget, receipt: Promise.withResolvers(), lastReadAtMs: performance.now() },
      isKeyPressed: false,
    };
    this.#promised = promised;
    this.#watchers.copied(performance.now());
    this.#window.hurry(tuning.hurryMs);
    await this.#watchersHaveRead();
    return {
      receipt: promised.receipt.promise,
      lastReadAtMs: () => promised.lastReadAtMs,
      isOurs: () => this.#promised === promised && this.#isOurs,
    };
  }

  /** From now on a read follows the paste key. */
  keyIsPressed(): void {
    if (this.#promised !== null) this.#promised.isKeyPressed = true;
    this.#window.hurry(tuning.hurryMs);
  }

  /** Restores the old content. Rejects if another program keeps the clipboard open. */
  restore(entries: Entry[]): Promise<void> {
    return this.restoreIf(entries, () => this.#isOurs);
  }

  /** @param mayReplace called while no other program can change the clipboard */
  async restoreIf(entries: Entry[], mayReplace: () => boolean): Promise<void> {
    const isThere = await this.#replace(() => writeContent(entries), mayReplace);
    if (!isThere) throw new Error('Another program keeps the clipboard open.');
  }

  async holds(text: string): Promise<boolean> {
    return (await withClipboard(this.#window.handle, readText)) === text;
  }

  /** Ends. A promised text stays there for every program. */
  async dispose(): Promise<void> {
    const promised = this.#promised;
    this.#promised = null;
    if (promised !== null && this.#isOurs) await this.leave(promised.text);
    this.#window.destroy();
  }

  /** @param mayReplace false keeps what another program has copied meanwhile */
  async #replace(write: () => void, mayReplace = (): boolean => true): Promise<boolean> {
    const done = await withClipboard(this.#window.handle, () => {
      if (!mayReplace()) return;
      // Windows also reports the loss of the app's own content.
      this.#isReplacing = true;
      win32.EmptyClipboard();
      this.#isReplacing = false;
      this.#promised = null;
      write();
    });
    return done !== null;
  }

  #handle(message: number, wParam: number): number | null {
    if (message === renderFormat) this.#give(wParam);
    else if (message === destroyClipboard) this.#lose();
    else return null;
    return 0;
  }

  /**
   * A program reads. A program that only watches the clipboard gets nothing, and the promise stays, so
   * that the read of the target is noticed. The reader is unknown if it opened the clipboard without a
   * window.
   */
  #give(format: number): void {
    const promised = this.#promised;
    if (promised === null || format !== unicodeText) return;
    const window = win32.GetOpenClipboardWindow();
    const processId = window === 0 ? unknownProcess : processOf(window);
    const isTarget = window !== 0 && promised.isTarget(processId);
    if (!promised.isKeyPressed || (window !== 0 && !isTarget)) {
      if (!isTarget) this.#watchers.read(processId, performance.now());
      return;
    }
    writeContent([textEntry(promised.text)]);
    promised.lastReadAtMs = performance.now();
    promised.receipt.resolve(isTarget ? 'target' : 'unknown');
  }

  /** Waits until the programs that watch the clipboard have read the content, and closed it. */
  async #watchersHaveRead(): Promise<void> {
    const { openClipboardTimeoutMs, knownWatchersReadMs } = tuning;
    const deadlineMs = performance.now() + openClipboardTimeoutMs + knownWatchersReadMs;
    const areDone = (nowMs: number): boolean =>
      this.#watchers.isWaitOver(nowMs) && win32.GetOpenClipboardWindow() === 0;
    do await sleep(tuning.watchersPollMs);
    while (!areDone(performance.now()) && performance.now() < deadlineMs);
    this.#watchers.waited();
  }

  /** Whether no other program has taken the clipboard. */
  get #isOurs(): boolean {
    return win32.GetClipboardOwner() === this.#window.handle;
  }

  #lose(): void {
    if (this.#isReplacing) return;
    this.#promised?.receipt.resolve('lost');
    this.#promised = null;
  }
}

/** Whether the owner answers. A program that hangs would block the app with its content. */
function answers(owner: number): boolean {
  if (owner === 0) return true;
  return win32.SendMessageTimeoutW(owner, 0, 0, 0, abortIfHung, tuning.saveTimeoutMs, [0]) !== 0;
}
