import { captionsHeightPx } from '#shared/captions-size.ts';
import { defaultPreferences } from '#shared/preferences.ts';

/** In a window of this width and less, words of the chosen size would break at every other one. */
const narrowPx = 560;

export const isNarrow = (windowPx: number): boolean => windowPx <= narrowPx;

/** Whether a window is lower than the captions are by default, and has no room for larger sentences. */
export const isLow = (windowPx: number): boolean => windowPx < captionsHeightPx(defaultPreferences);

/** The size of the words in a window of this width. */
export const narrowed = (sizePx: number, windowPx: number): number =>
  isNarrow(windowPx) ? Math.round((sizePx * 11) / 14) : sizePx;
