import { expect, vi } from 'vitest';
import { waitForWindow, type DesktopWindow } from '../../tools/desktop-harness/windows.ts';
import { patient } from './patient.ts';

/**
 * Resolves with the captions once the app has finished showing them. The window manager shows a window
 * before that, and the app then moves it to its place once more. Being on all workspaces comes last.
 */
export const shownCaptions = async (display: string): Promise<DesktopWindow> => {
  let window = await waitForWindow(display, 'CaptionKey captions');
  await vi.waitFor(async () => {
    window = await waitForWindow(display, 'CaptionKey captions');
    expect(window.isOnAllWorkspaces).toBe(true);
  }, patient);
  return window;
};

type Place = Partial<Pick<DesktopWindow, 'x' | 'y' | 'width' | 'height'>>;

/** Resolves once the app has shown the captions in this place. */
export const captionsAreAt = (display: string, place: Place): Promise<void> =>
  vi.waitFor(async () => expect(await shownCaptions(display)).toMatchObject(place), patient);
