import { isDeepStrictEqual } from 'node:util';
import type { Display, Screen } from 'electron';
import { PreventableEvent, strictEmitter, strictly } from './strict.ts';
import { callX, xReports } from './x11/thread.ts';

const display = (): Display => {
  const { bounds, workArea } = callX('screen');
  const { width, height } = bounds;
  return strictly<Display>('Display', {
    id: 1,
    label: '',
    bounds,
    workArea,
    size: { width, height },
    workAreaSize: { width: workArea.width, height: workArea.height },
    scaleFactor: 1,
    rotation: 0,
    internal: false,
  });
};

/** X's one screen, as one display: it may change, but none comes or goes. */
class StandInScreen extends strictEmitter('screen', [
  'display-added',
  'display-removed',
  'display-metrics-changed',
]) {
  getPrimaryDisplay = display;
  getAllDisplays = () => [display()];
  getDisplayNearestPoint = display;
  getDisplayMatching = display;
  getCursorScreenPoint = () => callX('pointer');
  /** As it was when somebody began to listen: the X server is not to be waited for before. */
  #known: Display | undefined;

  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    if (this.#known === undefined) {
      this.#known = display();
      xReports.on('screen', () => this.#changed());
    }
    return super.on(event, listener);
  }

  #changed(): void {
    const before = this.#known;
    const after = display();
    this.#known = after;
    const metrics = (['bounds', 'workArea'] as const).filter(
      (name) => !isDeepStrictEqual(before?.[name], after[name]),
    );
    if (metrics.length === 0) return;
    this.emit('display-metrics-changed', new PreventableEvent(), after, metrics);
  }
}

export const screen = strictly<Screen>('screen', new StandInScreen());
