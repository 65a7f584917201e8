import type { Display } from 'electron';
import { captionsHeightPx } from '#shared/captions-size.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { Timer } from '../time/timer.ts';
import { mainTuning } from '../time/tuning.ts';
import { CaptionsPositions } from './captions-positions.ts';
import { knownDisplay } from './displays.ts';
import { FloatingWindow } from './floating-window.ts';
import { offsetIn, placeCaptions, type Area } from './placement.ts';

type Settings = Pick<SettingsStore, 'all' | 'on' | 'choose'>;

/** The settings that change the place or the size of the window. */
const placeSettings = ['captionsTextSize', 'captionsLines', 'captionsPlace', 'captionsWidth'];

/** The floating captions, where the person has dragged them on each display. */
export class CaptionsWindow {
  readonly #window: FloatingWindow;
  readonly #settings: Settings;
  readonly #positions: CaptionsPositions;
  /** Fires after the end of a drag. */
  readonly #dragged = new Timer(() => this.#remember());

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#positions = new CaptionsPositions(settings);
    this.#window = new FloatingWindow({
      page: 'captions',
      title: 'CaptionKey captions',
      placeOn: (display) => this.#placeOn(display),
      made: (window) => {
        const changed = (): void => {
          if (window.isVisible()) this.#dragged.set(mainTuning.draggedMs);
        };
        window.on('move', changed);
        window.on('resize', changed);
      },
    });
    settings.on('changed', (names) => {
      if (names.includes('captionsWidth')) this.#positions.forgetWidths();
      if (names.some((name) => placeSettings.includes(name))) this.#window.placeAgain();
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

  /** Lets the mouse reach the window below, or not. */
  ignoreMouse(isIgnored: boolean): void {
    this.#window.ignoreMouse(isIgnored);
  }

  #placeOn(display: Display): Area {
    // The app places the window now, so an earlier move is no longer remembered.
    this.#dragged.set(null);
    const settings = this.#settings.all;
    const dragged = this.#positions.of(knownDisplay(display));
    return placeCaptions(display.workArea, {
      heightPx: captionsHeightPx(settings),
      widthPx: dragged?.width ?? settings.captionsWidth,
      place: settings.captionsPlace,
      dragged,
    });
  }

  #remember(): void {
    const done = this.#window.takeChange();
    if (done === null) return;
    const { change, display, bounds } = done;
    const known = knownDisplay(display);
    const before = this.#positions.of(known);
    const isAtEdge = this.#settings.all.captionsPlace !== 'free';
    const width = change === 'widened' ? bounds.width : before?.width;
    // At an edge, another size does not change the place.
    const isPlaced = change === 'moved' || !isAtEdge;
    const now = offsetIn(display.workArea, bounds);
    this.#positions.remember(known, isPlaced ? now : (before ?? now), width);
    if (change === 'moved' && isAtEdge) this.#settings.choose('captionsPlace', 'free');
    else if (isAtEdge) this.#window.placeAgain();
  }
}
