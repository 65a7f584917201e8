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
export class PlacedWindow {
  readonly #window: Window;
  readonly #hasSeveralDisplays: () => boolean;
  /** Where it appears next; null if that is not asked for. */
  #near: Promise<Point | null> | null = null;
  /** Set while the window waits for its place. */
  #wait: NodeJS.Timeout | null = null;
  /** Counts the questions and the ends, which make the answer to an older question void. */
  #turn = 0;

  constructor(window: Window, hasSeveralDisplays: () => boolean) {
    this.#window = window;
    this.#hasSeveralDisplays = hasSeveralDisplays;
  }

  /** Chooses the display of the next appearance. A window that is visible moves there at once. */
  placeNear(near: Promise<Point | null>): void {
    this.#near = near;
    if (this.#window.isVisible || this.#isWaiting) void this.#goNear(near);
  }

  show(): void {
    if (this.#window.isVisible || this.#isWaiting) return;
    const near = this.#near;
    this.#near = null;
    if (near === null || !this.#hasSeveralDisplays()) {
      this.#window.show(null);
      return;
    }
    this.#wait = setTimeout(() => this.#appear(null), mainTuning.focusedDisplayMs);
    void this.#goNear(near);
  }

  hide(): void {
    this.#endWait();
    this.#turn += 1;
    this.#window.hide();
  }

  get #isWaiting(): boolean {
    return this.#wait !== null;
  }

  async #goNear(near: Promise<Point | null>): Promise<void> {
    const turn = (this.#turn += 1);
    const known = await near;
    if (turn !== this.#turn) return;
    if (this.#near === near) this.#near = null;
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
