/** An event in its place; null while it is not known yet. */
interface Waiting<Event> {
  known: { event: Event } | null;
}

/**
 * Passes events to a step, one after the other. An event that arrives during a step waits its turn, and so does
 * one that arrives after an event that is not known yet.
 */
export class EventQueue<Event> {
  readonly #step: (event: Event) => void;
  readonly #waiting: Waiting<Event>[] = [];
  #isRunning = false;

  constructor(step: (event: Event) => void) {
    this.#step = step;
  }

  /**
   * Takes an event.
   *
   * @returns whether every event is handled; false during a step, and while an event is not known yet
   */
  put(event: Event): boolean {
    this.#waiting.push({ known: { event } });
    return this.#run();
  }

  /** Takes an event that is known later. The promise must not reject. */
  putLater(event: Promise<Event>): void {
    const waiting: Waiting<Event> = { known: null };
    this.#waiting.push(waiting);
    void event.then((known) => {
      waiting.known = { event: known };
      this.#run();
    });
  }

  /** During a step, takes an event that comes before the waiting ones. */
  putFirst(event: Event): void {
    this.#waiting.unshift({ known: { event } });
  }

  #run(): boolean {
    if (this.#isRunning) return false;
    this.#isRunning = true;
    try {
      for (let [next] = this.#waiting; next !== undefined; [next] = this.#waiting) {
        if (next.known === null) return false;
        this.#waiting.shift();
        this.#step(next.known.event);
      }
    } finally {
      this.#isRunning = false;
    }
    return true;
  }
}
