import { limits } from '#shared/limits.ts';
import type { CaptionsPlace, Offset } from '#shared/setting-values.ts';

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

/** The distance between a floating window and the edge of the screen. */
const marginPx = 32;

/** What decides the place of the captions. */
export interface CaptionsLayout {
  /** The height that the lines of words need. */
  heightPx: number;
  widthPx: number;
  place: CaptionsPlace;
  /** Where the person has dragged them on the display, from the corner of its work area. */
  dragged: Offset | undefined;
}

/**
 * The place of the captions on a display. Until they are dragged, free captions are at the bottom. They
 * are always completely visible, because a window out of reach cannot be dragged back.
 *
 * @param workArea the display without its panels and docks; its size may have changed since the drag
 */
export function placeCaptions(workArea: Area, layout: CaptionsLayout): Area {
  const { heightPx, widthPx, place, dragged } = layout;
  const width = Math.min(Math.max(widthPx, limits.captionsWidth.least), workArea.width);
  const height = Math.min(heightPx, workArea.height);
  const free = { x: workArea.width - width, y: workArea.height - height };
  const edge = { x: Math.round(free.x / 2), y: place === 'top' ? marginPx : free.y - marginPx };
  const { x, y } = place === 'free' ? (dragged ?? edge) : edge;
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

/**
 * What a person does with a window: moves it, pulls its left or right edge, or pulls its upper edge. What
 * its lower edge does is forgotten.
 */
export type BoundsChange = 'moved' | 'widened' | 'upper-edge';

/** Displays with a scale round the bounds of a window; a person moves it farther than this. */
const roundedPx = 2;

/** How the bounds of a window differ from those that it was given; null if its place and width do not. */
export function changeOf(given: Area, now: Area): BoundsChange | null {
  const differs = (side: keyof Area): boolean => Math.abs(now[side] - given[side]) > roundedPx;
  if (differs('width')) return 'widened';
  if (!differs('x') && !differs('y')) return null;
  return differs('height') ? 'upper-edge' : 'moved';
}
