import { shapeAfter } from '#core/dictation/shaping.ts';
import { tuning } from '#core/tuning.ts';
import type { Delivery, Outcome, Target } from '../delivery/delivery.ts';
import type { KeyHold } from './key-hold.ts';

/** Brings texts to the cursor one after the other, each as it follows the one before. */
export class Insertion {
  readonly #delivery: Delivery;
  readonly #keyHold: KeyHold;
  #last: { text: string; windowId: number; atMs: number } | null = null;
  #work: Promise<unknown> = Promise.resolve();

  constructor(delivery: Delivery, keyHold: KeyHold) {
    this.#delivery = delivery;
    this.#keyHold = keyHold;
  }

  /**
   * @param target what had the focus when it was asked for; null leaves the text on the clipboard
   * @param askedAtMs when it was asked for, by `performance.now()`: however long it then takes to be
   * said, it follows what it was meant to
   */
  insert(
    text: string,
    target: Target | null,
    askedAtMs: number = performance.now(),
  ): Promise<Outcome> {
    return this.inTurn(() => this.#insert(text, target, askedAtMs));
  }

  /** Does something else with the clipboard, between two texts that go over it. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  async #insert(text: string, target: Target | null, askedAtMs: number): Promise<Outcome> {
    const last = this.#last;
    const isNext =
      last !== null &&
      last.windowId === target?.windowId &&
      askedAtMs - last.atMs < tuning.followsMs;
    const shaped = isNext ? shapeAfter(last.text, text) : text;
    const outcome = await this.#deliver(shaped, target);
    const isThere = outcome.type === 'delivered' && target !== null;
    this.#last = isThere
      ? { text: shaped, windowId: target.windowId, atMs: performance.now() }
      : null;
    return outcome;
  }

  /** Whoever speaks on before the text is there holds the key that keeps it from getting there. */
  async #deliver(text: string, target: Target | null): Promise<Outcome> {
    for (;;) {
      await this.#keyHold.up();
      const { holds } = this.#keyHold;
      const outcome = await this.#delivery.deliver(text, target);
      const isKeptOff = outcome.type === 'held' && outcome.problem.code === 'keyboard-taken';
      if (!isKeptOff || this.#keyHold.holds === holds) return outcome;
    }
  }
}
