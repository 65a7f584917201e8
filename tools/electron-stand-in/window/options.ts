import type { BrowserWindowConstructorOptions } from 'electron';

/** Implemented options. */
const implemented = [
  ...['x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'resizable', 'title', 'type', 'show'],
  ...['frame', 'transparent', 'backgroundColor', 'skipTaskbar', 'focusable', 'alwaysOnTop'],
  'webPreferences',
];

/** Options without an effect on X11, or whose effect is always on here. */
const withoutEffect = [
  ...['hasShadow', 'roundedCorners', 'maximizable', 'minimizable', 'fullscreenable'],
  ...['acceptFirstMouse', 'useContentSize', 'autoHideMenuBar', 'icon'],
];

/** Pages are not zoomed here, so the zoom has no effect. */
const freePreferences = ['preload', 'backgroundThrottling', 'zoomMode', 'zoomFactor'];

/** Preferences that a window must set explicitly to these values, which are the only ones supported. */
const preferences: Record<string, unknown> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
};

/** Preferences that a window may set to these values. A switch sets them for all of Chromium. */
const possible: Record<string, unknown> = { autoplayPolicy: 'no-user-gesture-required' };

/** Throws on options that are not implemented, and on preferences that are not secure. */
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
 * The background colour of a page, from `#rgb`, `#rrggbb` or `#aarrggbb`; white by default. Black if
 * the window is transparent, as X shows it without a compositor.
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
