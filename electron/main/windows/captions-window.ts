import { captionsHeightPx } from '#shared/captions-size.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { Timer } from '../time/timer.ts';
import { mainTuning } from '../time/tuning.ts';
import { FloatingWindow } from './floating-window.ts';
import { offsetIn, placeCaptions, type Area } from './placement.ts';

type Settings = Pick<SettingsStore, 'all' | 'on' | 'captionsPosition' | 'rememberCaptionsPosition'>;

/** The settings that change the height of the window. */
const sizeSettings = ['captionsTextSize', 'captionsLines'];

/** The floating captions, where the person has dragged them on each display. */
export class CaptionsWindow {
  readonly #window: FloatingWindow;
  readonly #settings: Settings;
  /** Fires after the end of a drag. */
  readonly #dragged = new Timer(() => this.#remember());

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#window = new FloatingWindow({
      page: 'captions',
      title: 'CaptionKey captions',
      placeOn: ({ id, workArea }) => {
        // A place that a window manager has given the window is nobody's choice.
        this.#dragged.set(null);
        const heightPx = captionsHeightPx(settings.all);
        return placeCaptions(workArea, heightPx, settings.captionsPosition(id));
      },
      made: (window) =>
        window.on('move', () => {
          if (window.isVisible()) this.#dragged.set(mainTuning.draggedMs);
        }),
    });
    settings.on('changed', (names) => {
      if (names.some((name) => sizeSettings.includes(name))) this.#window.placeAgain();
    });
  }

  /** Creates the hidden window early. Resolves once its page has loaded. */
  prepare(): Promise<void> {
    return this.#window.prepare();
  }

  /** What the captions cover now; null while they are hidden. */
  get covered(): Area | null {
    return this.#window.isVisible ? this.#window.bounds : null;
  }

  /** Shows the captions where the person works, without taking the focus. */
  show(): void {
    this.#window.show();
  }

  hide(): void {
    this.#window.hide();
  }

  #remember(): void {
    const moved = this.#window.takeMovedTo();
    if (moved === null) return;
    const { id, workArea } = moved.display;
    this.#settings.rememberCaptionsPosition(id, offsetIn(workArea, moved.bounds));
  }
}
