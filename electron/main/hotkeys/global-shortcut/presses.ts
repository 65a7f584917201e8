import { Timer } from '../../time/timer.ts';
import { mainTuning } from '../../time/tuning.ts';

/**
 * The presses of a grabbed key. Electron reports the repeats of a key that stays down on X11 as presses: first
 * after a delay that people set, then many times a second. It does not report the release. So a second press
 * soon after the first counts only when no third follows at the pace of auto-repeat.
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
    if (sinceMs < mainTuning.repeatPeriodMs) this.#second.set(null);
    else if (sinceMs < mainTuning.repeatDelayMs) this.#second.set(mainTuning.repeatPeriodMs);
    else this.#onPress();
  }
}
