import type { BrowserWindowConstructorOptions } from 'electron';
import { screen } from '../screen.ts';
import type { WindowHints } from './x-window.ts';

/** The hints for a window with these options. It is centred unless they give a position. */
export const hintsOf = (options: BrowserWindowConstructorOptions): WindowHints => {
  const { width = 800, height = 600 } = options;
  const { workArea } = screen.getPrimaryDisplay();
  const states = { ABOVE: options.alwaysOnTop, SKIP_TASKBAR: options.skipTaskbar };
  return {
    bounds: {
      x: options.x ?? workArea.x + Math.round((workArea.width - width) / 2),
      y: options.y ?? workArea.y + Math.round((workArea.height - height) / 2),
      width,
      height,
    },
    minWidth: options.minWidth ?? 1,
    minHeight: options.minHeight ?? 1,
    resizable: options.resizable ?? true,
    hasFrame: options.frame ?? true,
    focusable: options.focusable ?? true,
    type: (options.type ?? 'normal').toUpperCase(),
    states: new Set(Object.entries(states).flatMap(([name, isOn]) => (isOn ? [name] : []))),
  };
};
