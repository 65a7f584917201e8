import { mainTuning } from './tuning.ts';

/**
 * One timer. Setting it again replaces its time. After a standstill of main, the event that it waits for
 * may have arrived already, but events are read after timers. So a late timer waits a little longer,
 * once.
 */
export class Timer {
  readonly #onTimeout: () => void;
  #handle: NodeJS.Timeout | undefined;

  constructor(onTimeout: () => void) {
    this.#onTimeout = onTimeout;
  }

  /** Sets the time in milliseconds; null stops the timer. */
  set(timeoutMs: number | null): void {
    clearTimeout(this.#handle);
    if (timeoutMs === null) return;
    const dueAtMs = performance.now() + timeoutMs;
    this.#handle = setTimeout(() => {
      const isLate = performance.now() - dueAtMs > mainTuning.standstillMs;
      if (isLate) this.#handle = setTimeout(this.#onTimeout, mainTuning.afterStandstillMs);
      else this.#onTimeout();
    }, timeoutMs);
  }
}

/** One timer for each key. Setting it again replaces its time. */
export class KeyedTimers {
  readonly #onTimeout: (key: number) => void;
  readonly #timers = new Map<number, Timer>();

  constructor(onTimeout: (key: number) => void) {
    this.#onTimeout = onTimeout;
  }

  /** Sets the time of a key's timer in milliseconds; null stops it. */
  set(key: number, timeoutMs: number | null): void {
    const timer = this.#timers.get(key) ?? new Timer(() => this.#onTimeout(key));
    timer.set(timeoutMs);
    if (timeoutMs === null) this.#timers.delete(key);
    else this.#timers.set(key, timer);
  }
}
