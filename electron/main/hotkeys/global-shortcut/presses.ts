import { tuning } from '#core/tuning.ts';
import { Timer } from '../../timer.ts';

/**
 * The presses of a key that is grabbed. A key that stays down is told again and again by X11, the
 * first time after the delay that people set, then many times a second; and its release is not told.
 * So a second press that soon counts once it is clear that no third follows at a keyboard's pace.
 */
export class Presses {
  readonly #onPress: () => void;
  readonly #second = new Timer(() => this.#onPress());
  #heardAtMs = -Infinity;

  constructor(onPress: () => void) {
    this.#onPress = onPress;
  }

  hear(): void {
    const nowMs = performance.now();
    const sinceMs = nowMs - this.#heardAtMs;
    this.#heardAtMs = nowMs;
    if (sinceMs < tuning.repeatPeriodMs) this.#second.set(null);
    else if (sinceMs < tuning.repeatDelayMs) this.#second.set(tuning.repeatPeriodMs);
    else this.#onPress();
  }
}
