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

/** A timer for each key, that is set anew, never added to. */
export class KeyedTimers {
  readonly #onTimeout: (key: number) => void;
  readonly #timers = new Map<number, Timer>();

  constructor(onTimeout: (key: number) => void) {
    this.#onTimeout = onTimeout;
  }

  /** Starts one over; null only stops it. */
  set(key: number, timeoutMs: number | null): void {
    const timer = this.#timers.get(key) ?? new Timer(() => this.#onTimeout(key));
    timer.set(timeoutMs);
    if (timeoutMs === null) this.#timers.delete(key);
    else this.#timers.set(key, timer);
  }
}
