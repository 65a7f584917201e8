import type { Problem } from '#shared/status.ts';
import type { Fork } from '../child.ts';
import { noKeysOnWayland } from '../insertion/sentences.ts';
import { WaylandDelivery } from '../insertion/wayland-delivery.ts';
import { ClipboardWay } from '../insertion/wlroots/clipboard-way.ts';
import { WlrootsDelivery } from '../insertion/wlroots/wlroots-delivery.ts';
import { ClipboardDelivery } from './clipboard/clipboard-delivery.ts';
import type { Delivery } from './delivery.ts';
import { startX11Worker } from './x11/start-worker.ts';
import { X11Thread, type StartX11Worker } from './x11/x11-thread.ts';

/** What decides how a text is delivered. */
export interface Surroundings {
  platform: NodeJS.Platform;
  /** `DISPLAY` of the environment. */
  display: string | undefined;
  isWayland: boolean;
  /** `SWAYSOCK` of the environment. */
  swaySocket: string | undefined;
  fork: Fork;
  /** Puts a text on the clipboard. */
  copyText: (text: string) => Promise<void>;
  /** Whether the person wants texts on the clipboard only, asked at each delivery. */
  wantsClipboard: () => boolean;
}

/** The delivery for this desktop: pasted where that can be done, on the clipboard elsewhere. */
export function selectDelivery(
  surroundings: Surroundings,
  startWorker: StartX11Worker = startX11Worker,
): Delivery {
  const { platform, display, isWayland, swaySocket, fork } = surroundings;
  const { copyText, wantsClipboard } = surroundings;
  const chosenClipboard = new ClipboardDelivery(copyText, null);
  const x11 = platform === 'linux' && display ? new X11Thread(startWorker, display) : null;
  if (isWayland)
    return new WaylandDelivery({
      ...{ x11, chosenClipboard, wantsClipboard },
      native: swaySocket
        ? new WlrootsDelivery(swaySocket, fork)
        : new ClipboardWay(fork, noKeysOnWayland),
      clipboard: new ClipboardDelivery(copyText, noKeysOnWayland),
    });
  const pasted = x11 ?? new ClipboardDelivery(copyText, whyNotPasted(platform));
  return {
    focused: () => pasted.focused(),
    deliver: (text, target) =>
      wantsClipboard() ? chosenClipboard.deliver(text) : pasted.deliver(text, target),
    dispose: () => pasted.dispose(),
  };
}

const whyNotPasted = (platform: NodeJS.Platform): Problem => ({
  code: 'cannot-paste',
  sentence:
    platform === 'linux'
      ? 'There is no X display to paste on, so the text is on the clipboard: paste it there.'
      : `CaptionKey cannot press keys on this system yet, so the text is on the clipboard: paste it with ${platform === 'darwin' ? 'Cmd' : 'Ctrl'}+V.`,
});
