import { shapeAfter } from '#core/dictation/shaping.ts';
import { isSameWindow, type Insertion, type Outcome, type Target } from '../insertion/insertion.ts';
import type { EraseText } from '../insertion/accessible/erase-text.ts';
import type { BackEnd } from '../hotkeys/back-end.ts';
import type { KeyHold } from './key-hold.ts';
import { usualTextRules, type TextRules } from './text-rules.ts';
import { mainTuning } from '../time/tuning.ts';
import { TaskQueue } from '../../task-queue.ts';

interface Last {
  text: string;
  target: Target;
  atMs: number;
  /** Whether another key was pressed since; null if that is not known. */
  hadInput: () => boolean | null;
  /** The text that it continues, which is the newest again if this one is removed. */
  before: Omit<Last, 'before'> | null;
}

/** What may be known only later. A text waits for it in its turn, so that a later one does not overtake it. */
type Later<T> = T | Promise<T>;

/** Inserts texts one after the other. A text that soon follows another continues it. */
export class InsertionQueue {
  readonly #insertion: Insertion;
  readonly #keyHold: KeyHold;
  readonly #watchInput: BackEnd['watchInput'];
  #last: Last | null = null;
  readonly #tasks = new TaskQueue();

  constructor(insertion: Insertion, keyHold: KeyHold, watchInput: BackEnd['watchInput']) {
    this.#insertion = insertion;
    this.#keyHold = keyHold;
    this.#watchInput = watchInput;
  }

  /**
   * @param target the window that had the focus at key-down; null leaves the text on the clipboard
   * @param askedAtMs the key-down, by `performance.now()`, so that a long dictation still continues the
   * text before it
   */
  insert(
    text: string,
    target: Later<Target | null>,
    askedAtMs: number = performance.now(),
    rules: Later<TextRules> = usualTextRules,
  ): Promise<Outcome> {
    return this.inTurn(async () => this.#insert(text, await target, askedAtMs, await rules));
  }

  /**
   * Removes the newest text of the queue.
   *
   * @param asked the window that has the focus; another one than that of the text keeps it
   * @returns whether it was removed; if not, nothing has changed
   */
  scratch(asked: Later<Target | null>, erase: EraseText): Promise<boolean> {
    return this.inTurn(async () => {
      const target = await asked;
      const last = this.#last;
      const isThere =
        last !== null &&
        target !== null &&
        isSameWindow(last.target, target) &&
        last.target.app === target.app;
      if (!isThere || !(await erase(last.text, target))) return false;
      const { before } = last;
      this.#last = before && {
        ...before,
        ...{ atMs: performance.now(), hadInput: this.#watchInput(null), before: null },
      };
      return true;
    });
  }

  /** Runs work on the clipboard between two insertions. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.#tasks.run(work);
  }

  async #insert(
    text: string,
    target: Target | null,
    askedAtMs: number,
    rules: TextRules,
  ): Promise<Outcome> {
    const last = this.#last;
    // A person who pressed a key or clicked may have sent the text before, or be somewhere else.
    const isNext =
      rules.continues &&
      last !== null &&
      target !== null &&
      isSameWindow(last.target, target) &&
      // X11 gives the id of a window that was closed to the next one.
      last.target.app === target.app &&
      askedAtMs - last.atMs < mainTuning.followsMs &&
      last.hadInput() !== true;
    const shaped = isNext ? shapeAfter(last.text, text) : text;
    const outcome = await this.#insertWhenFree(shaped, target, rules);
    this.#last = null;
    // Enter has sent the text, so the next text does not continue it.
    const isSent = outcome.type === 'inserted' && outcome.enter === 'pressed';
    const isThere = outcome.type === 'inserted' || outcome.type === 'pasted';
    if (isThere && !isSent && target !== null) {
      const serverTimeMs = outcome.type === 'inserted' ? outcome.serverTimeMs : undefined;
      const hadInput = this.#watchInput(serverTimeMs ?? null);
      const before = isNext ? last : null;
      this.#last = { text: shaped, target, atMs: performance.now(), hadInput, before };
    }
    return outcome;
  }

  /**
   * Inserts while the dictation key is up. A held key keeps the keyboard from the target, so an
   * insertion that met one is repeated.
   */
  async #insertWhenFree(text: string, target: Target | null, rules: TextRules): Promise<Outcome> {
    for (;;) {
      await this.#keyHold.up();
      const { holds } = this.#keyHold;
      const outcome = await this.#insertion.insert(text, target, rules);
      const isKeptOff = outcome.type === 'held' && outcome.problem.code === 'keyboard-taken';
      if (!isKeptOff || this.#keyHold.holds === holds) return outcome;
    }
  }
}
