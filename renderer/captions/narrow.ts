/** In a window of this width and less, words of the chosen size would break at every other one. */
const narrowPx = 560;

/** The size of the words in a window of this width. */
export const narrowed = (sizePx: number, windowPx: number): number =>
  windowPx <= narrowPx ? Math.round((sizePx * 11) / 14) : sizePx;
