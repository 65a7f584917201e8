import { meterFraction } from '#shared/meter.ts';
import { mainTuning } from '../time/tuning.ts';

/**
 * A loudness meter that moves in a few visible steps: up at once, and down to the loudest sound of the
 * last `meterHoldMs`. Every move costs its page a frame.
 */
export class LevelSteps {
  readonly #steps: number;
  #shown = 0;
  #loudest = 0;
  #heldUntilMs = 0;

  /** @param steps the number of steps above silence */
  constructor(steps: number) {
    this.#steps = steps;
  }

  /**
   * @param rms root mean square of the newest sound, 0 to 1 of full scale
   * @returns the position of the meter, 0 to 1, or null if it has not moved
   */
  hear(rms: number, atMs: number): number | null {
    const step = Math.round(meterFraction(rms) * this.#steps);
    this.#loudest = Math.max(this.#loudest, step);
    if (step < this.#shown && atMs < this.#heldUntilMs) return null;
    const moved = this.#loudest !== this.#shown;
    this.#shown = this.#loudest;
    this.#loudest = step;
    this.#heldUntilMs = atMs + mainTuning.meterHoldMs;
    return moved ? this.#shown / this.#steps : null;
  }
}
