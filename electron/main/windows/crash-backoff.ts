import { mainTuning } from '../time/tuning.ts';

/** Decides how long to wait before a page that crashed is loaded again. */
export class CrashBackoff {
  #delayMs: number = mainTuning.firstReloadMs;
  #reloadedAtMs = -Infinity;

  /**
   * @param nowMs the time of the crash, on any monotonic clock
   * @returns the wait in milliseconds, doubled by each crash soon after a reload
   */
  next(nowMs: number): number {
    const isSound = nowMs - this.#reloadedAtMs > mainTuning.stablePageMs;
    this.#delayMs = isSound
      ? mainTuning.firstReloadMs
      : Math.min(2 * this.#delayMs, mainTuning.longestReloadMs);
    this.#reloadedAtMs = nowMs + this.#delayMs;
    return this.#delayMs;
  }
}
