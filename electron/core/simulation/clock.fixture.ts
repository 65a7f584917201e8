interface Entry {
  atMs: number;
  order: number;
  run: () => void;
}

/** Virtual time. Entries run in order of time; at the same time, in the order of their requests. */
export class Clock {
  nowMs = 0;
  #order = 0;
  #entries: Entry[] = [];

  /** Runs a function later. Returns a function that cancels it. */
  after(delayMs: number, run: () => void): () => void {
    const entry = { atMs: this.nowMs + delayMs, order: this.#order++, run };
    const index = this.#entries.findLastIndex((other) => other.atMs <= entry.atMs);
    this.#entries.splice(index + 1, 0, entry);
    return () => {
      this.#entries = this.#entries.filter((other) => other !== entry);
    };
  }

  /** Runs the next entry. Returns false if none is left. */
  step(): boolean {
    const next = this.#entries.shift();
    if (next === undefined) return false;
    this.nowMs = next.atMs;
    next.run();
    return true;
  }
}
