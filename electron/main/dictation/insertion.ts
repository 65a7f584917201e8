import { shapeAfter } from '#core/dictation/shaping.ts';
import { tuning } from '#core/tuning.ts';
import type { Delivery, Outcome, Target } from '../delivery/delivery.ts';

/** Brings texts to the cursor one after the other, each as it follows the one before. */
export class Insertion {
  readonly #delivery: Delivery;
  #last: { text: string; windowId: number; atMs: number } | null = null;
  #work: Promise<unknown> = Promise.resolve();

  constructor(delivery: Delivery) {
    this.#delivery = delivery;
  }

  /** @param target what had the focus when it was asked for; null leaves the text on the clipboard */
  insert(text: string, target: Target | null): Promise<Outcome> {
    const inserted = this.#work.then(() => this.#insert(text, target));
    this.#work = inserted;
    return inserted;
  }

  async #insert(text: string, target: Target | null): Promise<Outcome> {
    const last = this.#last;
    const isNext =
      last !== null &&
      last.windowId === target?.windowId &&
      performance.now() - last.atMs < tuning.followsMs;
    const shaped = isNext ? shapeAfter(last.text, text) : text;
    const outcome = await this.#delivery.deliver(shaped, target);
    const isThere = outcome.type === 'delivered' && target !== null;
    this.#last = isThere
      ? { text: shaped, windowId: target.windowId, atMs: performance.now() }
      : null;
    return outcome;
  }
}
