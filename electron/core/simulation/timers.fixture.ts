import type { ListeningEvent } from '../listening/listening.ts';
import type { Clock } from './clock.fixture.ts';

/** The timers of the core, by name. Setting one replaces the one before; null stops it. */
export class Timers {
  readonly #clock: Clock;
  readonly #dispatch: (event: ListeningEvent) => void;
  readonly #timers = new Map<string, () => void>();

  constructor(clock: Clock, dispatch: (event: ListeningEvent) => void) {
    this.#clock = clock;
    this.#dispatch = dispatch;
  }

  set(name: string, timeoutMs: number | null, event: ListeningEvent): void {
    this.#timers.get(name)?.();
    this.#timers.delete(name);
    if (timeoutMs === null) return;
    this.#timers.set(
      name,
      this.#clock.after(timeoutMs, () => this.#dispatch(event)),
    );
  }
}
