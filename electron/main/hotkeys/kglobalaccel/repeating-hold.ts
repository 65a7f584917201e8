import { Timer } from '../../time/timer.ts';
import { Hold } from '../hold.ts';
import { mainTuning } from '../../time/tuning.ts';

/**
 * A held key whose press is reported again while it stays down. A press that comes later than a repeat
 * would, and that no repeat follows, is a new one: the release before it got lost.
 */
export class RepeatingHold {
  readonly #hold: Hold;
  readonly #newPress = new Timer(() => this.release());
  #isDown = false;
  #lastPressAtMs = 0;
  #isPressPending = false;

  constructor(report: (type: 'press' | 'release') => void) {
    this.#hold = new Hold(report);
  }

  press(): void {
    const nowMs = performance.now();
    const pauseMs = nowMs - this.#lastPressAtMs;
    this.#lastPressAtMs = nowMs;
    if (!this.#isDown) {
      this.#isDown = true;
      this.#hold.press();
    } else if (this.#isPressPending) this.#settle(null);
    else if (pauseMs > mainTuning.repeatPauseMs) this.#settle(mainTuning.repeatFollowsMs);
  }

  /** Does nothing if the key is not held. */
  release(): void {
    this.#settle(null);
    this.#isDown = false;
    this.#hold.release();
  }

  /** Waits for the next repeat, which shows that the press was a repeat; null ends the wait. */
  #settle(timeoutMs: number | null): void {
    this.#isPressPending = timeoutMs !== null;
    this.#newPress.set(timeoutMs);
  }
}
