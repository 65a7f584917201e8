import { mainTuning } from '../time/tuning.ts';

/** Decides when a failed process or device is started again, and when it is given up. */
export class Restarts {
  #startedAtMs: number[] = [];

  /**
   * @param nowMs on any monotonic clock
   * @returns the wait before the next attempt in milliseconds, or null after too many recent ones
   */
  next(nowMs: number): number | null {
    this.#startedAtMs = this.#startedAtMs.filter(
      (atMs) => nowMs - atMs < mainTuning.restartWindowMs,
    );
    const delayMs = mainTuning.restartDelaysMs[this.#startedAtMs.length];
    if (delayMs === undefined) return null;
    this.#startedAtMs.push(nowMs);
    return delayMs;
  }
}
