import { meterFraction } from '#shared/meter.ts';

/** Longer than the gaps between syllables, so that a meter does not flicker while a person speaks. */
const heldMs = 300;

/**
 * A loudness meter that moves in a few visible steps: up at once, down to the loudest sound of the
 * last {@link heldMs}. Every move costs its page a frame.
 */
export class LevelSteps {
  readonly #steps: number;
  #shown = 0;
  #loudest = 0;
  #heldUntilMs = 0;

  /** @param steps above silence */
  constructor(steps: number) {
    this.#steps = steps;
  }

  /**
   * @param rms root mean square of the newest sound, 0 to 1 of full scale
   * @returns where the meter stands now, 0 to 1, or null where it has not moved
   */
  hear(rms: number, atMs: number): number | null {
    const step = Math.round(meterFraction(rms) * this.#steps);
    this.#loudest = Math.max(this.#loudest, step);
    if (step < this.#shown && atMs < this.#heldUntilMs) return null;
    const moved = this.#loudest !== this.#shown;
    this.#shown = this.#loudest;
    this.#loudest = step;
    this.#heldUntilMs = atMs + heldMs;
    return moved ? this.#shown / this.#steps : null;
  }
}
