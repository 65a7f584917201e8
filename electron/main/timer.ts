import { tuning } from '#core/tuning.ts';

/**
 * One timer that is set anew, never added to. After a standstill of ours, what it waits for may
 * have come long ago and is read only after the timers: then it waits a little longer, once.
 */
export class Timer {
  readonly #onTimeout: () => void;
  #handle: NodeJS.Timeout | undefined;

  constructor(onTimeout: () => void) {
    this.#onTimeout = onTimeout;
  }

  /** Starts over; null only stops. */
  set(timeoutMs: number | null): void {
    clearTimeout(this.#handle);
    if (timeoutMs === null) return;
    const dueAtMs = performance.now() + timeoutMs;
    this.#handle = setTimeout(() => {
      const isLate = performance.now() - dueAtMs > tuning.standstillMs;
      if (isLate) this.#handle = setTimeout(this.#onTimeout, tuning.afterStandstillMs);
      else this.#onTimeout();
    }, timeoutMs);
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
