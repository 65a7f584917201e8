import { pillSize, type Pill } from '#shared/pill.ts';
import { PlacedWindow } from './placed-window.ts';
import { hasSeveralDisplays } from './displays.ts';
import { FloatingWindow } from './floating-window.ts';
import { placePill, type Area, type Point } from './placement.ts';

/** The window of the pill: as large as what it shows, and gone when there is nothing. */
export class PillWindow {
  readonly #window: FloatingWindow;
  readonly #placed: PlacedWindow;
  #size = pillSize({ phase: 'hidden' });

  /** @param captions what the captions cover now */
  constructor(captions: { readonly covered: Area | null }) {
    this.#window = new FloatingWindow({
      page: 'pill',
      title: 'CaptionKey dictation',
      placeOn: ({ workArea }) => placePill(workArea, this.#size, captions.covered),
    });
    this.#placed = new PlacedWindow(this.#window, hasSeveralDisplays);
  }

  /** Creates the hidden window early. Resolves once its page has loaded. */
  prepare(): Promise<void> {
    return this.#window.prepare();
  }

  /** Chooses the display: that of the text's window. A late answer moves the pill. */
  placeNear(window: Promise<Point | null>): void {
    this.#placed.placeNear(window);
  }

  /** Shows the window for this content without taking the focus, or hides it. */
  show(pill: Pill): void {
    if (pill.phase === 'hidden') {
      this.#placed.hide();
      return;
    }
    const size = pillSize(pill);
    const isResized = size !== this.#size;
    this.#size = size;
    if (isResized) this.#window.placeAgain();
    this.#placed.show();
  }
}
