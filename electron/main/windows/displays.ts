import { screen, type Display } from 'electron';
import { traitsOf, type KnownDisplay } from './known-display.ts';
import type { Point } from './placement.ts';

/** Whether a window can appear on another display than the person looks at. */
export const hasSeveralDisplays = (): boolean => screen.getAllDisplays().length > 1;

/**
 * The display where the person works.
 *
 * @param near the middle of the window that they work in, in pixels of the desktop; null if it is not
 * known, and then the pointer is where they most likely look. Only back ends on Linux report it.
 */
export const displayOfPerson = (near: Point | null): Display =>
  screen.getDisplayNearestPoint(
    near === null ? screen.getCursorScreenPoint() : screen.screenToDipPoint(near),
  );

/** What the display is recognised by after a restart. */
export const knownDisplay = (display: Display): KnownDisplay => ({
  id: display.id,
  ...traitsOf(display, screen.getAllDisplays()),
});
