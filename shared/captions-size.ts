/** The default, and the size to which Ctrl+0 goes back. */
export const defaultTextSizePx = 28;

interface Size {
  captionsTextSize: number;
  captionsLines: number;
}

/** The distance from one line of words to the next. */
export const lineHeightPx = (textSizePx: number): number => Math.round((textSizePx * 9) / 7);

/** The border and padding of the bar, above and below. */
const framePx = 22;
/** The room that is left around as many lines as there may be. */
const spareLinesPx = 30;
/** A problem or an outcome of two lines, which must not push out the last line of words. */
const problemPx = 48;

/** The height of the bar, and of its window. */
export function captionsHeightPx({ captionsTextSize, captionsLines }: Size): number {
  const linePx = lineHeightPx(captionsTextSize);
  return framePx + Math.max(captionsLines * linePx + spareLinesPx, linePx + problemPx);
}
