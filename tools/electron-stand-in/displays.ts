import type { Point, Rectangle } from 'electron';

/** The common part of two rectangles; null if there is none. */
export function intersection(a: Rectangle, b: Rectangle): Rectangle | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

type Displays<D> = [D, ...D[]];

/** The display that contains a point, or else the nearest one. */
export function displayAt<D extends { bounds: Rectangle }>(displays: Displays<D>, point: Point): D {
  const distance = ({ bounds: { x, y, width, height } }: D) =>
    Math.hypot(
      Math.max(x - point.x, 0, point.x - (x + width - 1)),
      Math.max(y - point.y, 0, point.y - (y + height - 1)),
    );
  return displays.reduce((best, display) => (distance(display) < distance(best) ? display : best));
}

/** The display with most of an area, or else the nearest one to the area's middle. */
export function displayOver<D extends { bounds: Rectangle }>(
  displays: Displays<D>,
  area: Rectangle,
): D {
  const shared = ({ bounds }: D) => {
    const { width, height } = intersection(bounds, area) ?? { width: 0, height: 0 };
    return width * height;
  };
  const best = displays.reduce((best, display) =>
    shared(display) > shared(best) ? display : best,
  );
  const middle = { x: area.x + area.width / 2, y: area.y + area.height / 2 };
  return shared(best) > 0 ? best : displayAt(displays, middle);
}
