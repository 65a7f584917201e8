import type { Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';

/** The problem that something cannot be stored, from the first failure until something is stored. */
export class StoringProblem {
  readonly #show: (problem: Problem | null) => void;
  #isShown = false;

  /** @param show called once for any number of failures, and with null once something is stored */
  constructor(show: (problem: Problem | null) => void) {
    this.#show = show;
  }

  /** Takes the result of a call of the store. Returns its value, or null if it failed. */
  valueOf<T>(result: Result<T>): T | null {
    if (!result.ok && !this.#isShown) this.#show(result.problem);
    if (result.ok && this.#isShown) this.#show(null);
    this.#isShown = !result.ok;
    return result.ok ? result.value : null;
  }
}
