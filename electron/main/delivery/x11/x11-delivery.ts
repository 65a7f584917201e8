import type { Problem } from '#shared/status.ts';
import { nothingSaid, type Delivery, type Outcome, type Target } from '../delivery.ts';
import { appName, focus } from './focus.ts';
import { leaveOnClipboard, pasteText } from './paste.ts';
import { pasteWay, textForTerminal } from './paste-keys.ts';
import * as problems from './problems.ts';
import { closeSession, openSession, type Session } from './session.ts';

const held = (problem: Problem): Outcome => ({ type: 'held', problem });

/** Pastes on X11: the clipboard, a synthetic key, and the clipboard back once the target has read. */
export class X11Delivery implements Delivery {
  readonly #display: string;
  #session: Promise<Session> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  /** @param display such as `:0`; connected to when it is first needed */
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

  deliver(text: string, target: Target | null): Promise<Outcome> {
    const askedAtMs = performance.now();
    const outcome = this.#last
      .then(() => this.#deliver(text, target, askedAtMs))
      .catch(() => held(problems.displayGone));
    this.#last = outcome;
    return outcome;
  }

  /** What is being delivered first has the clipboard back in its place. */
  async dispose(): Promise<void> {
    await this.#last;
    const session = await this.#session?.catch(() => null);
    this.#session = null;
    if (session && !session.connection.isGone) await closeSession(session);
  }

  async #deliver(text: string, target: Target | null, askedAtMs: number): Promise<Outcome> {
    if (text === '') return nothingSaid;
    const session = await this.#open();
    if (target === null) return leaveOnClipboard(session, text, problems.noTarget);
    // A window that goes away while it is looked at has not the focus.
    const now = await focus(session.connection).catch(() => null);
    // The server gives the ids of a program that ended to the next one.
    if (now?.windowId !== target.windowId || appName(now.windowClass) !== target.app)
      return held(problems.focusMoved(target.app));
    const { keys, isTerminal } = pasteWay(now.windowClass);
    const shaped = isTerminal ? textForTerminal(text) : text;
    const { keyboard } = session;
    const chord = (await keyboard?.chord(keys)) ?? null;
    if (keyboard === null || chord === null)
      return leaveOnClipboard(session, shaped, problems.noPasteKey);
    return pasteText(session, { text: shaped, target, focus: now, keyboard, chord, askedAtMs });
  }

  /** One connection for all deliveries, and another when the server has come back. */
  async #open(): Promise<Session> {
    const before = this.#session;
    const session = await before?.catch(() => null);
    if (session && !session.connection.isGone) return session;
    // Whoever waited for the same is faster.
    if (this.#session === before || this.#session === null)
      this.#session = openSession(this.#display);
    return this.#session;
  }
}
