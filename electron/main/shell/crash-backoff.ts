/** A page that crashed once is back before its person looks for it. */
const firstDelayMs = 500;
/** A page that crashes whenever it loads must not keep a core busy with loading. */
const longestDelayMs = 30_000;
/** A page that lived as long as this does not crash for being loaded. */
const soundAfterMs = 60_000;

/** Decides how long to wait before a page that crashed is loaded again. */
export class CrashBackoff {
  #delayMs = firstDelayMs;
  #reloadedAtMs = -Infinity;

  /**
   * @param nowMs when it crashed, on any clock that only goes forward
   * @returns milliseconds to wait; twice as many for each crash soon after the reload before
   */
  next(nowMs: number): number {
    const isSound = nowMs - this.#reloadedAtMs > soundAfterMs;
    this.#delayMs = isSound ? firstDelayMs : Math.min(2 * this.#delayMs, longestDelayMs);
    this.#reloadedAtMs = nowMs + this.#delayMs;
    return this.#delayMs;
  }
}
