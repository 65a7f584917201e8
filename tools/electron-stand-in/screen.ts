import type { Display, Screen } from 'electron';
import { strictEmitter, strictly } from './strict.ts';
import { callX } from './x11/thread.ts';

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

/** X's one screen, as one display; it never changes. */
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
}

export const screen = strictly<Screen>('screen', new StandInScreen());
