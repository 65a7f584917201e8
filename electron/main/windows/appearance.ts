import { mainTuning } from '../time/tuning.ts';
import type { Point } from './placement.ts';

interface Window {
  readonly isVisible: boolean;
  /** @param near a point on its display, or null for the display of the pointer */
  show(near: Point | null): void;
  /** Moves the shown window to the display of this point. */
  moveNear(near: Point): void;
  hide(): void;
}

/**
 * Shows a window where the person works, and hides it. If that place is not known in time, the window
 * appears on the display of the pointer, and moves when the place is known.
 */
export class Appearance {
  readonly #window: Window;
  readonly #hasSeveralDisplays: () => boolean;
  /** Where it appears next; null if nothing was asked since it appeared. */
  #near: Promise<Point | null> | null = null;
  /** Set while the window waits for its place. */
  #wait: NodeJS.Timeout | null = null;
  /** Another one makes the answer for an older one void. */
  #appearance = 0;

  constructor(window: Window, hasSeveralDisplays: () => boolean) {
    this.#window = window;
    this.#hasSeveralDisplays = hasSeveralDisplays;
  }

  /** Chooses the display of the next appearance. */
  nextNear(near: Promise<Point | null>): void {
    this.#near = near;
  }

  show(): void {
    if (this.#window.isVisible || this.#isWaiting) return;
    const near = this.#near;
    this.#near = null;
    if (near === null || !this.#hasSeveralDisplays()) this.#window.show(null);
    else void this.#showNear(near);
  }

  hide(): void {
    this.#endWait();
    this.#appearance += 1;
    this.#window.hide();
  }

  get #isWaiting(): boolean {
    return this.#wait !== null;
  }

  async #showNear(near: Promise<Point | null>): Promise<void> {
    const appearance = (this.#appearance += 1);
    this.#wait = setTimeout(() => this.#appear(null), mainTuning.focusedDisplayMs);
    const known = await near;
    if (appearance !== this.#appearance) return;
    if (this.#isWaiting) this.#appear(known);
    else if (known !== null) this.#window.moveNear(known);
  }

  #appear(near: Point | null): void {
    this.#endWait();
    this.#window.show(near);
  }

  #endWait(): void {
    if (this.#wait !== null) clearTimeout(this.#wait);
    this.#wait = null;
  }
}
