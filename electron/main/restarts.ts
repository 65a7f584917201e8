import { tuning } from '#core/tuning.ts';

/** Decides when what failed is started again, and when that is given up. */
export class Restarts {
  #startedAtMs: number[] = [];

  /**
   * @param nowMs on any clock that only goes forward
   * @returns how long to wait before the next try, or null where there were too many of late
   */
  next(nowMs: number): number | null {
    this.#startedAtMs = this.#startedAtMs.filter((atMs) => nowMs - atMs < 60_000);
    const delayMs = tuning.restartDelaysMs[this.#startedAtMs.length];
    if (delayMs === undefined) return null;
    this.#startedAtMs.push(nowMs);
    return delayMs;
  }
}
