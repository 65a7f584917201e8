interface Entry {
  atMs: number;
  order: number;
  run: () => void;
}

/** Virtual time: what is due runs in order of time, and of being asked for. */
export class Clock {
  nowMs = 0;
  #order = 0;
  #entries: Entry[] = [];

  /** Runs something later; returns the way to call it off. */
  after(delayMs: number, run: () => void): () => void {
    const entry = { atMs: this.nowMs + delayMs, order: this.#order++, run };
    const index = this.#entries.findLastIndex((other) => other.atMs <= entry.atMs);
    this.#entries.splice(index + 1, 0, entry);
    return () => {
      this.#entries = this.#entries.filter((other) => other !== entry);
    };
  }

  /** Runs the next entry; false where nothing is left. */
  step(): boolean {
    const next = this.#entries.shift();
    if (next === undefined) return false;
    this.nowMs = next.atMs;
    next.run();
    return true;
  }
}
