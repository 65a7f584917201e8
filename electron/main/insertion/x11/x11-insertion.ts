import { problem, type Problem } from '#shared/problem.ts';
import { nothingSaid, type Insertion, type Outcome, type Target } from '../insertion.ts';
import { InOrder } from '../../time/in-order.ts';
import { appName, focus } from './focus.ts';
import { leaveOnClipboard, pasteText } from './paste.ts';
import { pasteWay, textForTerminal } from './paste-keys.ts';
import { closeSession, openSession, type Session } from './session.ts';

const held = (problem: Problem): Outcome => ({ type: 'held', problem });

/**
 * Pastes on X11: puts the text on the clipboard, presses the key, and restores the clipboard once the
 * target has read.
 */
export class X11Insertion implements Insertion {
  readonly #display: string;
  #session: Promise<Session> | null = null;
  readonly #inOrder = new InOrder();

  /** @param display such as `:0`; the connection opens when it is first needed */
  constructor(display: string) {
    this.#display = display;
  }

  async focused(): Promise<Target | null> {
    try {
      const { connection } = await this.#open();
      const now = await focus(connection);
      return now && { app: appName(now.windowClass), windowId: now.windowId };
    } catch {
      return null;
    }
  }

  insert(text: string, target: Target | null): Promise<Outcome> {
    const askedAtMs = performance.now();
    return this.#inOrder
      .run(() => this.#insert(text, target, askedAtMs))
      .catch(() => held(problem('x-display-gone', {})));
  }

  /** Waits for the running insertion, which restores the clipboard. */
  async dispose(): Promise<void> {
    await this.#inOrder.idle();
    const session = await this.#session?.catch(() => null);
    this.#session = null;
    if (session && !session.connection.isGone) await closeSession(session);
  }

  async #insert(text: string, target: Target | null, askedAtMs: number): Promise<Outcome> {
    if (text === '') return nothingSaid;
    const session = await this.#open();
    if (target === null) return leaveOnClipboard(session, text, problem('no-target', {}));
    // A window that closes meanwhile does not have the focus.
    const now = await focus(session.connection).catch(() => null);
    // The server reuses the ids of a program that has ended.
    if (now?.windowId !== target.windowId || appName(now.windowClass) !== target.app)
      return held(problem('focus-moved', { app: target.app }));
    const { keys, isTerminal } = pasteWay(now.windowClass);
    const shaped = isTerminal ? textForTerminal(text) : text;
    const { keyboard } = session;
    const chord = (await keyboard?.chord(keys)) ?? null;
    if (keyboard === null || chord === null)
      return leaveOnClipboard(session, shaped, problem('no-paste-key', {}));
    return pasteText(session, { text: shaped, target, focus: now, keyboard, chord, askedAtMs });
  }

  /** One connection for all insertions, and another one after the server has come back. */
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
