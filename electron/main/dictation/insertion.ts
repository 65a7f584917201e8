import { shapeAfter } from '#core/dictation/shaping.ts';
import { tuning } from '#core/tuning.ts';
import { isSameWindow, type Delivery, type Outcome, type Target } from '../delivery/delivery.ts';
import type { BackEnd } from '../hotkeys/back-end.ts';
import type { KeyHold } from './key-hold.ts';

interface Last {
  text: string;
  target: Target;
  atMs: number;
  /** Whether something else was pressed since; null where that is not known. */
  hadInput: () => boolean | null;
}

/** Brings texts to the cursor one after the other, each as it follows the one before. */
export class Insertion {
  readonly #delivery: Delivery;
  readonly #keyHold: KeyHold;
  readonly #watchInput: BackEnd['watchInput'];
  #last: Last | null = null;
  #work: Promise<unknown> = Promise.resolve();

  constructor(delivery: Delivery, keyHold: KeyHold, watchInput: BackEnd['watchInput']) {
    this.#delivery = delivery;
    this.#keyHold = keyHold;
    this.#watchInput = watchInput;
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
    // Who has pressed a key or clicked may have sent the text before, or be somewhere else.
    const isNext =
      last !== null &&
      target !== null &&
      isSameWindow(last.target, target) &&
      askedAtMs - last.atMs < tuning.followsMs &&
      last.hadInput() !== true;
    const shaped = isNext ? shapeAfter(last.text, text) : text;
    const outcome = await this.#deliver(shaped, target);
    this.#last = null;
    if ((outcome.type === 'delivered' || outcome.type === 'pasted') && target !== null) {
      const serverTimeMs = outcome.type === 'delivered' ? outcome.serverTimeMs : undefined;
      const hadInput = this.#watchInput(serverTimeMs ?? null);
      this.#last = { text: shaped, target, atMs: performance.now(), hadInput };
    }
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
