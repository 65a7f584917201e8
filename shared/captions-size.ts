/*
 * The sizes of the captions. Their styles (renderer/captions) repeat the padding, the margin and the line
 * height, because styles cannot import.
 */

/** The default, and the size to which Ctrl+0 goes back. */
export const defaultTextSizePx = 28;

/** The default width of the captions. A line of so many words is read at a glance. */
export const defaultWidthPx = 900;

interface Size {
  captionsTextSize: number;
  captionsLines: number;
}

/** The distance from one line of words to the next. */
export const lineHeightPx = (textSizePx: number): number => Math.round((textSizePx * 9) / 7);

/** The line around the bar. */
const borderPx = 1;
/** Keeps the words off the round corners of the bar. */
const paddingPx = 10;
/** The line and the padding, above and below. */
const framePx = 2 * (borderPx + paddingPx);

/** The room that is left around as many lines as there may be. */
const spareLinesPx = 30;

/** A line of small words, which have 16 px: a problem, or the status beside words. */
const smallLinePx = 22;
/** Keeps a problem apart from the words above it. */
const problemMarginPx = 4;
/** A problem or an outcome of two lines, which must not push out the last line of words. */
const problemPx = problemMarginPx + 2 * smallLinePx;

/** The height of the bar, and of its window. */
export function captionsHeightPx({ captionsTextSize, captionsLines }: Size): number {
  const linePx = lineHeightPx(captionsTextSize);
  return framePx + Math.max(captionsLines * linePx + spareLinesPx, linePx + problemPx);
}
