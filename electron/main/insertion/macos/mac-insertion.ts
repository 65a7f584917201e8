import type { Insertion, Outcome, Target } from '../insertion.ts';
import type { Clock } from '../port.ts';
import { problem } from '#shared/problem.ts';
import { insertText, leaveOnClipboard } from '../transaction.ts';
import { queuedClipboard, type UndoableClipboard } from '../undoable-clipboard.ts';
import { TaskQueue } from '../../../task-queue.ts';
import { MacPort } from './mac-port.ts';
import type { MacSystem } from './mac-system.ts';

/**
 * Inserts on macOS. It runs in main, because macOS may trust a process without windows and still drop
 * its keys.
 */
export class MacInsertion implements Insertion {
  readonly #port: Promise<MacPort>;
  readonly #clock: Clock;
  readonly #tasks = new TaskQueue();
  readonly clipboard: UndoableClipboard = queuedClipboard(this.#tasks, () => this.#port);

  /** @param open loads the libraries of macOS */
  constructor(open: () => Promise<MacSystem>, clock: Clock) {
    this.#port = open().then((system) => new MacPort(system, clock));
    // Each call reports the failure.
    this.#port.catch(() => undefined);
    this.#clock = clock;
  }

  async focused(): Promise<Target | null> {
    const port = await this.#port.catch(() => null);
    return (await port?.focused()) ?? null;
  }

  insert(text: string, target: Target | null): Promise<Outcome> {
    return this.#tasks.run(() => this.#insert(text, target));
  }

  /** Waits for the running insertion, which restores the clipboard. */
  async dispose(): Promise<void> {
    await this.#tasks.idle();
  }

  async #insert(text: string, target: Target | null): Promise<Outcome> {
    const port = await this.#port.catch(() => null);
    if (port === null) return { type: 'held', problem: problem('display-gone', {}) };
    return target === null
      ? leaveOnClipboard(port, text, problem('no-target', {}))
      : insertText(port, this.#clock, text, target);
  }
}
