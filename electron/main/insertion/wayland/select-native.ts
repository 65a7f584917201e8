import type { Worker } from 'node:worker_threads';
import { problem } from '#shared/problem.ts';
import type { Fork } from '../../processes/child.ts';
import { openGnome } from '../gnome/open-gnome.ts';
import { openKwin } from '../kwin/open-kwin.ts';
import type { TokenStore } from '../portal/token-store.ts';
import type { NativeBackEnd } from '../wayland-insertion.ts';
import { openSway } from '../sway/open-sway.ts';
import { ClipboardBackEnd } from './clipboard-back-end.ts';
import { FirstAnsweringBackEnd } from './first-answering-back-end.ts';
import { WaylandClipboard } from './wayland-clipboard.ts';

/** The facts that decide how to insert into a window of Wayland. */
export interface NativeSurroundings {
  /** `SWAYSOCK` of the environment. */
  swaySocket: string | undefined;
  /** The address of the session bus; null if nothing names it. */
  busAddress: string | null;
  /** `DISPLAY` of the environment. */
  display: string | undefined;
  fork: Fork;
  tokens: TokenStore;
  /** Whether the dictation key is held. */
  isHotkeyHeld: () => boolean;
  /** Whether to paste if the desktop does not report the window in front. Called each time. */
  pastesIntoUnknown: () => boolean;
}

/**
 * The insertion of this desktop into windows of Wayland.
 *
 * @param startGnomeWorker starts the thread with the clipboard of GNOME
 */
export function selectNative(
  surroundings: NativeSurroundings,
  startGnomeWorker: (display: string) => Worker,
): NativeBackEnd {
  const { swaySocket, busAddress, display, fork, tokens } = surroundings;
  const { isHotkeyHeld, pastesIntoUnknown } = surroundings;
  const clipboard = new WaylandClipboard(fork);
  return new FirstAnsweringBackEnd(
    [
      async () => (swaySocket ? openSway(swaySocket, clipboard) : null),
      async () => (busAddress ? openKwin(busAddress, clipboard, tokens, isHotkeyHeld) : null),
      async () =>
        busAddress && display
          ? openGnome(busAddress, {
              ...{ tokens, pastesIntoUnknown },
              startWorker: () => startGnomeWorker(display),
            })
          : null,
    ],
    () => new ClipboardBackEnd(clipboard, problem('no-keys-on-wayland', {})),
  );
}
