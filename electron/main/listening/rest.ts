/** The moments when microphone and sockets are closed and nothing opens automatically. */
export class Rest {
  #waiting: (() => void)[] = [];

  /** Resolves the next time everything has come to rest. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  reached(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
