import { isDeepStrictEqual } from 'node:util';
import type { Display, Point, Rectangle, Screen } from 'electron';
import { PreventableEvent, strictEmitter, strictly } from './strict.ts';
import { displayAt, displayOver, intersection } from './displays.ts';
import { callX, xReports } from './x11/thread.ts';

/** X's monitors. X gives them no lasting name, so their position gives the id. */
function displays(): [Display, ...Display[]] {
  const { monitors, workArea } = callX('displays');
  const [first, ...others] = monitors.map((bounds) => {
    const free = intersection(bounds, workArea) ?? bounds;
    return strictly<Display>('Display', {
      id: 1 + bounds.x + bounds.y * 65_536,
      label: '',
      bounds,
      workArea: free,
      size: { width: bounds.width, height: bounds.height },
      workAreaSize: { width: free.width, height: free.height },
      scaleFactor: 1,
      rotation: 0,
      internal: false,
    });
  });
  if (first === undefined) throw new Error('The X server has no monitor.');
  return [first, ...others];
}

/** Electron's `screen`, with one display per monitor of the X screen. */
class StandInScreen extends strictEmitter('screen', [
  'display-added',
  'display-removed',
  'display-metrics-changed',
]) {
  getPrimaryDisplay = () => displays()[0];
  getAllDisplays = displays;
  getDisplayNearestPoint = (point: Point) => displayAt(displays(), point);
  getDisplayMatching = (area: Rectangle) => displayOver(displays(), area);
  getCursorScreenPoint = () => callX('pointer');
  /** The scale factor is always 1. */
  screenToDipPoint = (point: Point): Point => ({ ...point });
  /** The last known displays. Unset before the first listener, to avoid waiting for the X server. */
  #known: Display[] | undefined;

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    if (this.#known === undefined) {
      this.#known = displays();
      xReports.on('displays', () => this.#changed());
    }
    return super.on(event, listener);
  }

  #changed(): void {
    const before = new Map(this.#known?.map((display) => [display.id, display]));
    const after = displays();
    this.#known = after;
    for (const display of after) {
      const old = before.get(display.id);
      before.delete(display.id);
      if (old === undefined) this.emit('display-added', new PreventableEvent(), display);
      else this.#compare(old, display);
    }
    for (const gone of before.values()) this.emit('display-removed', new PreventableEvent(), gone);
  }

  #compare(before: Display, after: Display): void {
    const metrics = (['bounds', 'workArea'] as const).filter(
      (name) => !isDeepStrictEqual(before[name], after[name]),
    );
    if (metrics.length > 0)
      this.emit('display-metrics-changed', new PreventableEvent(), after, metrics);
  }
}

export const screen = strictly<Screen>('screen', new StandInScreen());
