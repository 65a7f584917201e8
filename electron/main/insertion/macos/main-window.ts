/** A window on the screen, as macOS lists it. */
export interface ScreenWindow {
  windowId: number;
  processId: number;
  /** 0 for normal windows. */
  layer: number;
  /** 0 is transparent, 1 is opaque. */
  alpha: number;
  widthPoints: number;
  heightPoints: number;
}

const normalLayer = 0;

/** Nobody types into a smaller window. */
const smallestPoints = 50;

/**
 * The first window of a program that a person can type into; 0 if there is none.
 *
 * Programs keep other windows in front of it that come and go: Chrome shows the address of a link in a
 * low one, and leaves it there, transparent.
 *
 * @param windows the front one first
 */
export function mainWindowId(windows: ScreenWindow[], processId: number): number {
  const main = windows.find(
    (window) =>
      window.processId === processId &&
      window.layer === normalLayer &&
      window.alpha > 0 &&
      window.widthPoints >= smallestPoints &&
      window.heightPoints >= smallestPoints,
  );
  return main?.windowId ?? 0;
}
