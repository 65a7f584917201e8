import { problem } from '#shared/problem.ts';
import {
  usualRules,
  type Insertion,
  type InsertionRules,
  type Outcome,
  type Target,
} from '../insertion.ts';
import { TaskQueue } from '../../../task-queue.ts';
import { realClock } from '../real-clock.ts';
import { insertText, leaveOnClipboard } from '../transaction.ts';
import { queuedClipboard, type UndoableClipboard } from '../undoable-clipboard.ts';
import { focusedTarget, middleOf } from './focus.ts';
import { closeSession, openSession, type Session } from './session.ts';
import { X11Port } from './x11-port.ts';

const displayGone: Outcome = { type: 'held', problem: problem('x-display-gone', {}) };

/** Inserts on X11, with one connection to the server for all insertions. */
export class X11Insertion implements Insertion {
  readonly #display: string;
  #session: Promise<Session> | null = null;
  readonly #tasks = new TaskQueue();
  readonly clipboard: UndoableClipboard = queuedClipboard(
    this.#tasks,
    async () => new X11Port(await this.#open()),
  );

  /** @param display such as `:0`; the connection opens when it is first needed */
  constructor(display: string) {
    this.#display = display;
  }

  async focused(): Promise<Target | null> {
    try {
      const { connection } = await this.#open();
      const target = await focusedTarget(connection);
      return target && { ...target, middle: await middleOf(connection, target.windowId) };
    } catch {
      return null;
    }
  }

  insert(text: string, target: Target | null, rules = usualRules): Promise<Outcome> {
    return this.#tasks.run(() => this.#insert(text, target, rules)).catch(() => displayGone);
  }

  /** Waits for the running insertion, which restores the clipboard. */
  async dispose(): Promise<void> {
    await this.#tasks.idle();
    const session = await this.#session?.catch(() => null);
    this.#session = null;
    if (session && !session.connection.isGone) await closeSession(session);
  }

  /** Rejects if there is no X server. */
  async #insert(text: string, target: Target | null, rules: InsertionRules): Promise<Outcome> {
    const session = await this.#open();
    const port = new X11Port(session);
    const outcome =
      target === null
        ? await leaveOnClipboard(port, text, problem('no-target', {}))
        : await insertText(port, realClock, text, target, rules);
    // The target ends with its server, so no program has the text.
    return outcome.type === 'held' && session.connection.isGone ? displayGone : outcome;
  }

  /** The open connection, or another one after the server has come back. */
  async #open(): Promise<Session> {
    const before = this.#session;
    const session = await before?.catch(() => null);
    if (session && !session.connection.isGone) return session;
    // Another call has opened it already.
    if (this.#session === before || this.#session === null)
      this.#session = openSession(this.#display);
    return this.#session;
  }
}
