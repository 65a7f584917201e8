import type { DictationStatus } from '#shared/dictation-status.ts';
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
  #dictation: DictationStatus['phase'] = 'idle';
  /** What was heard last was a dictation: its words are where they belong. */
  #wasDictation = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(window: Shown) {
    this.#window = window;
  }

  status(status: Status): void {
    this.#isIdle = status.phase === 'idle';
    if (!this.#isIdle) this.#wasDictation = this.#dictation !== 'idle';
    this.#update();
  }

  problem(problem: Problem | null): void {
    this.#hasProblem = problem !== null;
    if (this.#hasProblem) this.#update();
  }

  /** What became of a dictation is told for as long as it is worth it. */
  dictation({ phase }: DictationStatus): void {
    this.#dictation = phase;
    if (phase !== 'idle') this.#wasDictation = true;
    this.#update();
  }

  #update(): void {
    clearTimeout(this.#timer);
    const isIdle = this.#isIdle && this.#dictation === 'idle';
    if (!isIdle || this.#hasProblem) this.#window.show();
    if (!isIdle) return;
    this.#timer = setTimeout(() => this.#window.hide(), this.#lingerMs);
  }

  get #lingerMs(): number {
    if (this.#hasProblem) return problemLingerMs;
    return this.#wasDictation ? 0 : lingerMs;
  }
}
