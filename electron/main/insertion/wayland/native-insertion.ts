import { problem, type Problem } from '#shared/problem.ts';
import { usualRules, type InsertionRules, type Outcome, type Target } from '../insertion.ts';
import { pasteWay, textForTerminal } from '../paste-keys.ts';
import type { Entry } from '../../../wayland/protocol.ts';
import type { InsertionPort } from '../port.ts';
import { realClock } from '../real-clock.ts';
import type { NativeBackEnd, BackEndState } from '../wayland-insertion.ts';
import { insertText, leaveOnClipboard } from '../transaction.ts';
import { queuedClipboard, type CopyPort, type UndoableClipboard } from '../undoable-clipboard.ts';
import { TaskQueue } from '../../../task-queue.ts';
import type { WaylandClipboard } from './wayland-clipboard.ts';

/** What a desktop's port has in addition to the insertion's needs. */
export interface NativePort extends InsertionPort<Entry[]>, CopyPort<Entry[]> {
  /** What a person calls the desktop. */
  readonly desktop: string;
  /** Why nothing would be pasted into any window, or null. */
  obstacle(): Promise<Problem | null>;
  /** Does slow work before there is a text to insert. */
  prepare?(): void;
  /** Why there is no window to paste into, if this desktop has a special reason. */
  readonly noTarget?: Problem;
  dispose(): Promise<void>;
}

/** Inserts into windows of Wayland, and copies texts for all windows. */
export class NativeInsertion implements NativeBackEnd {
  readonly #helper: WaylandClipboard;
  readonly #port: NativePort;
  readonly #tasks = new TaskQueue();
  readonly clipboard: UndoableClipboard = queuedClipboard(this.#tasks, () => this.#port);

  constructor(clipboard: WaylandClipboard, port: NativePort) {
    this.#helper = clipboard;
    this.#port = port;
  }

  async isUsable(): Promise<boolean> {
    return !('failure' in (await this.#helper.state()));
  }

  async state(): Promise<BackEndState> {
    const { desktop } = this.#port;
    if (!(await this.isUsable())) return { desktop, problem: problem('no-keys-on-wayland', {}) };
    return { desktop, problem: await this.#port.obstacle() };
  }

  focused(): Promise<Target | null> {
    void this.#helper.state();
    this.#port.prepare?.();
    return this.#port.focused().catch(() => null);
  }

  insert(text: string, target: Target | null, rules = usualRules): Promise<Outcome> {
    return this.#tasks.run(() => this.#insert(text, target, rules));
  }

  copy(text: string): Promise<Outcome> {
    return this.#tasks.run(() => leaveOnClipboard(this.#port, text, null));
  }

  /** Waits for the running insertion, which restores the clipboard. */
  async dispose(): Promise<void> {
    await this.#tasks.idle();
    await this.#port.dispose();
  }

  #insert(text: string, target: Target | null, rules: InsertionRules): Promise<Outcome> {
    if (target === null)
      return leaveOnClipboard(this.#port, text, this.#port.noTarget ?? problem('no-target', {}));
    const { isTerminal } = pasteWay([target.app]);
    const shaped = isTerminal ? textForTerminal(text) : text;
    return insertText(this.#port, realClock, shaped, target, rules);
  }
}
