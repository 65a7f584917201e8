import type { Offset } from '#shared/settings.ts';

/** In pixels of the desktop, on which a display left of or above the first begins below zero. */
export interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

const size = { width: 900, height: 124 };
/** Between the captions and the lower edge of the screen. */
const marginPx = 32;

/**
 * Where the captions are on a display: where a person has put them, else bottom centre; always
 * whole, because what is out of reach cannot be dragged back.
 *
 * @param workArea the display without its panels and docks
 * @param chosen the person's place, from the corner of the work area; it may be of another size
 */
export function placeCaptions(workArea: Area, chosen: Offset | null): Area {
  const width = Math.min(size.width, workArea.width);
  const height = Math.min(size.height, workArea.height);
  const free = { x: workArea.width - width, y: workArea.height - height };
  const { x, y } = chosen ?? { x: Math.round(free.x / 2), y: free.y - marginPx };
  return {
    x: workArea.x + clamp(x, free.x),
    y: workArea.y + clamp(y, free.y),
    width,
    height,
  };
}

/** What to remember of a place, so that it means the same wherever the display is put. */
export const offsetIn = (workArea: Area, { x, y }: { x: number; y: number }): Offset => ({
  x: x - workArea.x,
  y: y - workArea.y,
});

const clamp = (value: number, highest: number): number => Math.max(0, Math.min(value, highest));
