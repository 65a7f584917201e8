/** Passes events to a step, one after the other. An event that arrives during a step waits its turn. */
export class EventQueue<Event> {
  readonly #step: (event: Event) => void;
  readonly #waiting: Event[] = [];
  #isRunning = false;

  constructor(step: (event: Event) => void) {
    this.#step = step;
  }

  /**
   * Takes an event.
   *
   * @returns whether every event is handled; false during a step
   */
  put(event: Event): boolean {
    this.#waiting.push(event);
    if (this.#isRunning) return false;
    this.#isRunning = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift())
        this.#step(next);
    } finally {
      this.#isRunning = false;
    }
    return true;
  }

  /** During a step, takes an event that comes before the waiting ones. */
  putFirst(event: Event): void {
    this.#waiting.unshift(event);
  }
}
