/** One timer that is set anew, never added to. */
export class Timer {
  readonly #onTimeout: () => void;
  #handle: NodeJS.Timeout | undefined;

  constructor(onTimeout: () => void) {
    this.#onTimeout = onTimeout;
  }

  /** Starts over; null only stops. */
  set(timeoutMs: number | null): void {
    clearTimeout(this.#handle);
    this.#handle = timeoutMs === null ? undefined : setTimeout(this.#onTimeout, timeoutMs);
  }
}
