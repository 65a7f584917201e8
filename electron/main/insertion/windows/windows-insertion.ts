import { problem } from '#shared/problem.ts';
import {
  usualRules,
  type Insertion,
  type InsertionRules,
  type Outcome,
  type Target,
} from '../insertion.ts';
import { realClock } from '../real-clock.ts';
import { insertText, leaveOnClipboard } from '../transaction.ts';
import { queuedClipboard, type UndoableClipboard } from '../undoable-clipboard.ts';
import { TaskQueue } from '../../../task-queue.ts';
import { ClipboardWatchers } from './clipboard-watchers.ts';
import { awaitTarget } from './await-target.ts';
import { CopyCount, WindowsCopyPort } from './windows-copy-port.ts';
import { focusedTarget, WindowsPort } from './windows-port.ts';

/** Inserts on Windows. Between insertions it owns no window and nothing on the clipboard. */
export class WindowsInsertion implements Insertion {
  readonly #tasks = new TaskQueue();
  readonly #watchers = new ClipboardWatchers();
  readonly #copied = new CopyCount();
  readonly clipboard: UndoableClipboard = queuedClipboard(
    this.#tasks,
    () => new WindowsCopyPort(this.#watchers, this.#copied),
  );

  focused(): Promise<Target | null> {
    return awaitTarget(focusedTarget, realClock);
  }

  insert(text: string, target: Target | null, rules = usualRules): Promise<Outcome> {
    return this.#tasks.run(() => this.#insert(text, target, rules));
  }

  /** Waits for the running insertion, which restores the clipboard. */
  async dispose(): Promise<void> {
    await this.#tasks.idle();
  }

  async #insert(text: string, target: Target | null, rules: InsertionRules): Promise<Outcome> {
    try {
      const port = new WindowsPort(this.#watchers, this.#copied);
      try {
        return target === null
          ? await leaveOnClipboard(port, text, problem('no-target', {}))
          : await insertText(port, realClock, text, target, rules);
      } finally {
        await port.dispose();
        if (port.hasRestoredCopy) this.#copied.note();
      }
    } catch {
      return { type: 'held', problem: problem('display-gone', {}) };
    }
  }
}
