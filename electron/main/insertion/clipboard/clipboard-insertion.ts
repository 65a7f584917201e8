import { problem, type Problem } from '#shared/problem.ts';
import { nothingSaid, type Insertion, type Outcome } from '../insertion.ts';

/** Leaves texts on the clipboard, because no key can be sent or because the person wants that. */
export class ClipboardInsertion implements Insertion {
  readonly #copyText: (text: string) => Promise<void>;
  readonly #problem: Problem | null;

  /** @param problem why nothing is pasted, and what to do; null if the person chose that */
  constructor(copyText: (text: string) => Promise<void>, problem: Problem | null) {
    this.#copyText = copyText;
    this.#problem = problem;
  }

  focused(): Promise<null> {
    return Promise.resolve(null);
  }

  async insert(text: string): Promise<Outcome> {
    if (text === '') return nothingSaid;
    try {
      await this.#copyText(text);
      return { type: 'on-clipboard', problem: this.#problem };
    } catch {
      return { type: 'held', problem: problem('clipboard-unwritable', {}) };
    }
  }

  dispose(): Promise<void> {
    return Promise.resolve();
  }
}
