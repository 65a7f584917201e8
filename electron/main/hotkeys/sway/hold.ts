import { tuning } from '#core/tuning.ts';
import { Timer } from '../../timer.ts';

/**
 * A key whose press and release are reported, and of which nobody can ask whether it is down. A
 * release that gets lost is made up for by the next press, which ends the hold and begins none, or
 * by the bound.
 */
export class Hold {
  readonly #report: (type: 'press' | 'release') => void;
  readonly #bound = new Timer(() => this.release());
  #isHeld = false;

  constructor(report: (type: 'press' | 'release') => void) {
    this.#report = report;
  }

  press(): void {
    if (this.#isHeld) {
      this.release();
      return;
    }
    this.#isHeld = true;
    this.#bound.set(tuning.longestHoldMs);
    this.#report('press');
  }

  /** Nothing where it is not held. */
  release(): void {
    this.#bound.set(null);
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#report('release');
  }
}
