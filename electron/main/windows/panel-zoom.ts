import { limits } from '#shared/limits.ts';
import { zoomOf } from '#shared/zoom-keys.ts';

/** The steps of the zoom keys in percent, as browsers have them. */
const steps = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200];

/** The zoom of a window, which outlives it. */
export interface ZoomMemory {
  readonly percent: number;
  remember(percent: number): void;
}

/** What the zoom needs of a page, which is a `WebContents` of Electron. */
interface ZoomedPage {
  setZoomFactor(factor: number): void;
  on(event: 'did-finish-load', listener: () => void): unknown;
  on(
    event: 'before-input-event',
    listener: (event: { preventDefault(): void }, input: Input) => void,
  ): unknown;
}

type Input = Pick<Electron.Input, 'type' | 'key' | 'control' | 'meta' | 'alt'>;

/** The zoom after a key; null if it is no zoom key. */
export function zoomAfter(percent: number, input: Input, isMac: boolean): number | null {
  const { type, key, control, meta, alt } = input;
  const isCommand = isMac ? meta && !control : control && !meta;
  if (type !== 'keyDown' || !isCommand || alt) return null;
  switch (zoomOf(key)) {
    case 'in':
      return steps.find((step) => step > percent) ?? limits.zoomPercent.most;
    case 'out':
      return steps.findLast((step) => step < percent) ?? limits.zoomPercent.least;
    case 'reset':
      return 100;
    case null:
      return null;
  }
}

/**
 * Zooms a page with Ctrl+plus, Ctrl+minus and Ctrl+0, on macOS with the command key. The app has no
 * menu that does it, and the window needs the zoom mode `isolated`: otherwise Chromium zooms every page
 * of the app, also the captions.
 */
export function zoomByKeys(page: ZoomedPage, memory: ZoomMemory, isMac: boolean): void {
  const apply = (): void => page.setZoomFactor(memory.percent / 100);
  page.on('before-input-event', (event, input) => {
    const percent = zoomAfter(memory.percent, input, isMac);
    if (percent === null) return;
    event.preventDefault();
    memory.remember(percent);
    apply();
  });
  // A page that is loaded again after a crash begins without zoom.
  page.on('did-finish-load', apply);
}
