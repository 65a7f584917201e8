import { limits } from '#shared/limits.ts';
import type { CaptionsPosition, Offset } from '#shared/setting-values.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { isStoredFor, positionOn, type KnownDisplay } from './known-display.ts';

/** Remembers the place and the width of the captions on each display. */
export class CaptionsPositions {
  readonly #settings: Pick<SettingsStore, 'all' | 'choose'>;

  constructor(settings: Pick<SettingsStore, 'all' | 'choose'>) {
    this.#settings = settings;
  }

  /** Where the captions were put on the display; undefined if nobody has moved them there. */
  of(display: KnownDisplay): CaptionsPosition | undefined {
    return positionOn(this.#settings.all.captionsPositions, display);
  }

  /** The displays that were not used for longest are forgotten. */
  remember(display: KnownDisplay, { x, y }: Offset, width: number | undefined): void {
    const { id: displayId, ...traits } = display;
    const others = this.#settings.all.captionsPositions.filter(
      (known) => !isStoredFor(known, display),
    );
    const position = {
      displayId,
      display: traits,
      x,
      y,
      ...(width === undefined ? {} : { width }),
    };
    this.#settings.choose('captionsPositions', [...others, position].slice(-limits.displays));
  }

  /** The width of the setting is for every display. */
  forgetWidths(): void {
    const { captionsPositions } = this.#settings.all;
    if (captionsPositions.every(({ width }) => width === undefined)) return;
    const positions = captionsPositions.map(({ displayId, display, x, y }) => ({
      ...{ displayId, x, y },
      ...(display === undefined ? {} : { display }),
    }));
    this.#settings.choose('captionsPositions', positions);
  }
}
