import { tuning } from '#core/tuning.ts';
import { Timer } from '../time/timer.ts';

/**
 * A key whose press and release are reported, and whose state cannot be read. After a lost release the
 * next press ends the hold and begins none. The longest hold ends it at the latest.
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

  /** Does nothing if the key is not held. */
  release(): void {
    this.#bound.set(null);
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#report('release');
  }
}
