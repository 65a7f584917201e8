import { screen, type Display } from 'electron';
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
      placeOn: (display) => {
        // A place that a window manager has given the window is nobody's choice.
        this.#dragged.set(null);
        return this.#placeOn(display);
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

  /** Their place and size on a display. */
  #placeOn({ id, workArea }: Pick<Display, 'id' | 'workArea'>): Area {
    const heightPx = captionsHeightPx(this.#settings.all);
    return placeCaptions(workArea, heightPx, this.#settings.captionsPosition(id));
  }

  #remember(): void {
    const { bounds } = this.#window;
    if (bounds === null) return;
    const { id, workArea } = screen.getDisplayMatching(bounds);
    const own = this.#placeOn({ id, workArea });
    this.#window.displayId = id;
    // A move by the app ends at the place that the app wanted.
    if (own.x === bounds.x && own.y === bounds.y) return;
    this.#settings.rememberCaptionsPosition(id, offsetIn(workArea, bounds));
  }
}
