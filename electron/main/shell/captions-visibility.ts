import type { Problem, Status } from '#shared/status.ts';

/** Time to read the last words, or to press Copy. */
const lingerMs = 5_000;
/** A problem has to be read and understood. */
const problemLingerMs = 12_000;

interface Shown {
  show(): void;
  hide(): void;
}

/** Captions are seen while something is heard or wrong, and go away by themselves. */
export class CaptionsVisibility {
  readonly #window: Shown;
  #isIdle = true;
  #hasProblem = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(window: Shown) {
    this.#window = window;
  }

  status(status: Status): void {
    this.#isIdle = status.phase === 'idle';
    this.#update();
  }

  problem(problem: Problem | null): void {
    this.#hasProblem = problem !== null;
    if (this.#hasProblem) this.#update();
  }

  #update(): void {
    clearTimeout(this.#timer);
    if (!this.#isIdle || this.#hasProblem) this.#window.show();
    if (!this.#isIdle) return;
    const delayMs = this.#hasProblem ? problemLingerMs : lingerMs;
    this.#timer = setTimeout(() => this.#window.hide(), delayMs);
  }
}
