import type { Offset } from '#shared/setting-values.ts';

/** In pixels of the desktop. */
export interface Point {
  x: number;
  y: number;
}

/** In pixels of the desktop. Displays left of or above the first one have negative coordinates. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const widthPx = 900;
/** The distance between a floating window and the lower edge of the screen. */
const marginPx = 32;

/**
 * The place of the captions on a display: the one that the person chose, or bottom centre. It is always
 * completely visible, because a window out of reach cannot be dragged back.
 *
 * @param workArea the display without its panels and docks
 * @param heightPx the height that the lines of words need
 * @param chosen the person's choice, from the corner of the work area, whose size may have changed since
 */
export function placeCaptions(workArea: Area, heightPx: number, chosen: Offset | null): Area {
  const width = Math.min(widthPx, workArea.width);
  const height = Math.min(heightPx, workArea.height);
  const free = { x: workArea.width - width, y: workArea.height - height };
  const { x, y } = chosen ?? { x: Math.round(free.x / 2), y: free.y - marginPx };
  return {
    x: workArea.x + clamp(x, free.x),
    y: workArea.y + clamp(y, free.y),
    width,
    height,
  };
}

/** The distance between the pill and the captions. */
const gapPx = 8;

/**
 * The place of the pill on a display: bottom centre, in view of the captions. It stands above them if it
 * would cover them, or below them if there is no room above.
 *
 * @param captions what the captions cover now, or null
 */
export function placePill(
  workArea: Area,
  { width, height }: Pick<Area, 'width' | 'height'>,
  captions: Area | null,
): Area {
  const own = {
    x: workArea.x + Math.round((workArea.width - width) / 2),
    y: workArea.y + workArea.height - height - marginPx,
    ...{ width, height },
  };
  if (captions === null || !overlap(own, captions)) return own;
  const aboveY = captions.y - gapPx - height;
  return { ...own, y: aboveY >= workArea.y ? aboveY : captions.y + captions.height + gapPx };
}

const overlap = (one: Area, other: Area): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** The stored form of a place, which stays valid when the display moves. */
export const offsetIn = (workArea: Area, { x, y }: { x: number; y: number }): Offset => ({
  x: x - workArea.x,
  y: y - workArea.y,
});

const clamp = (value: number, highest: number): number => Math.max(0, Math.min(value, highest));
