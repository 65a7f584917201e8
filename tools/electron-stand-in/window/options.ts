import type { BrowserWindowConstructorOptions } from 'electron';

/** Options that are carried out. */
const implemented = [
  ...['x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'resizable', 'title', 'type', 'show'],
  ...['frame', 'transparent', 'backgroundColor', 'skipTaskbar', 'focusable', 'alwaysOnTop'],
  'webPreferences',
];

/** Options that mean nothing on X11, or are the only way it can be here. */
const withoutEffect = [
  ...['hasShadow', 'roundedCorners', 'maximizable', 'minimizable', 'fullscreenable'],
  ...['acceptFirstMouse', 'useContentSize', 'autoHideMenuBar', 'icon'],
];

const freePreferences = ['preload', 'backgroundThrottling'];

/** What a window has to ask for in so many words, because it is all that there is. */
const preferences: Record<string, unknown> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
};

/** What may be asked for; Chromium is started so that it is so everywhere. */
const possible: Record<string, unknown> = { autoplayPolicy: 'no-user-gesture-required' };

/** Throws on any option that would be passed over, and on a window that is not locked down. */
export const checkOptions = (options: BrowserWindowConstructorOptions): void => {
  for (const name of Object.keys(options))
    if (!implemented.includes(name) && !withoutEffect.includes(name))
      throw new Error(`electron stand-in: the window option ${name} is not implemented`);
  const asked: Record<string, unknown> = { ...options.webPreferences };
  for (const name of new Set([...Object.keys(asked), ...Object.keys(preferences)]))
    if (!freePreferences.includes(name) && asked[name] !== { ...possible, ...preferences }[name])
      throw new Error(
        `electron stand-in: webPreferences.${name}: ${String(asked[name])} is not implemented`,
      );
};

/**
 * The colour behind a page: `#rgb`, `#rrggbb` or `#aarrggbb`; white where there is none. What is
 * transparent is black, as X shows it where there is no compositor.
 */
export const pageBackground = ({
  transparent = false,
  backgroundColor = '#fff',
}: BrowserWindowConstructorOptions): { r: number; g: number; b: number; a: number } => {
  if (transparent) return { r: 0, g: 0, b: 0, a: 1 };
  const short = backgroundColor.slice(1);
  const long = short.length === 3 ? short.replaceAll(/./g, '$&$&') : short;
  const argb = Number.parseInt(long.padStart(8, 'f'), 16);
  if (Number.isNaN(argb))
    throw new Error(`electron stand-in: the colour ${backgroundColor} is not implemented`);
  return {
    r: (argb >>> 16) & 255,
    g: (argb >>> 8) & 255,
    b: argb & 255,
    a: (argb >>> 24) / 255,
  };
};
