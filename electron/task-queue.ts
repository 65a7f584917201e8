/** Runs asynchronous work, one task after the other. Work that fails does not keep later work from running. */
export class TaskQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs work once all earlier work has ended. Resolves and rejects as the work does. */
  run<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Resolves once all work so far has ended. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
