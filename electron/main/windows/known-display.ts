import type { Display } from 'electron';
import { limits } from '#shared/limits.ts';
import type { CaptionsPosition, DisplayTraits } from '#shared/setting-values.ts';

/** A display, with what it is recognised by. */
export interface KnownDisplay extends DisplayTraits {
  /** Electron's. On some systems it is another one after a restart. */
  id: number;
}

type Shown = Pick<Display, 'bounds' | 'label' | 'scaleFactor' | 'size'>;

/** The traits of a display among all that are connected. */
export function traitsOf(display: Shown, all: readonly Shown[]): DisplayTraits {
  const looks = looksOf(display);
  const alike = all.filter((other) => isAlike(looksOf(other), looks));
  const { x, y } = display.bounds;
  const before = alike.filter(({ bounds }) => bounds.x < x || (bounds.x === x && bounds.y < y));
  return { ...looks, ordinal: before.length };
}

type Looks = Omit<DisplayTraits, 'ordinal'>;

/** A change of the scale leaves the size in pixels as it is. */
const looksOf = ({ label, size, scaleFactor }: Shown): Looks => ({
  label: label.slice(0, limits.displayLabelCharacters),
  width: Math.round(size.width * scaleFactor),
  height: Math.round(size.height * scaleFactor),
});

const isAlike = (one: Looks, other: Looks): boolean =>
  one.label === other.label && one.width === other.width && one.height === other.height;

/** Whether a position was stored for this display, under the id that it has now. */
export const isStoredFor = (
  { displayId, display }: CaptionsPosition,
  known: KnownDisplay,
): boolean => displayId === known.id && (display === undefined || isAlike(display, known));

/**
 * The position that was stored for a display. The id alone counts last: it may be another display's, or
 * the display has another resolution.
 */
export const positionOn = (
  positions: readonly CaptionsPosition[],
  known: KnownDisplay,
): CaptionsPosition | undefined =>
  positions.findLast(
    (position) => position.display !== undefined && isStoredFor(position, known),
  ) ??
  positions.findLast(
    ({ display }) =>
      display !== undefined && isAlike(display, known) && display.ordinal === known.ordinal,
  ) ??
  positions.findLast(
    ({ displayId, display }) =>
      displayId === known.id && (display === undefined || display.label === known.label),
  );
