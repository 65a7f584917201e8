import type { Problem } from '#shared/status.ts';
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
  const { platform, display, isWayland, copyText, wantsClipboard } = surroundings;
  const problem = whyNotPasted(platform, isWayland);
  const onClipboard = new ClipboardDelivery(copyText, null);
  const pasted =
    problem === null && display
      ? new X11Thread(startWorker, display)
      : new ClipboardDelivery(copyText, problem ?? noDisplay);
  return {
    focused: () => pasted.focused(),
    deliver: (text, target) =>
      wantsClipboard() ? onClipboard.deliver(text) : pasted.deliver(text, target),
    dispose: () => pasted.dispose(),
  };
}

const noDisplay: Problem = {
  code: 'cannot-paste',
  sentence: 'There is no X display to paste on, so the text is on the clipboard: paste it there.',
};

function whyNotPasted(platform: NodeJS.Platform, isWayland: boolean): Problem | null {
  if (platform !== 'linux')
    return {
      code: 'cannot-paste',
      sentence: `CaptionKey cannot press keys on this system yet, so the text is on the clipboard: paste it with ${platform === 'darwin' ? 'Cmd' : 'Ctrl'}+V.`,
    };
  if (!isWayland) return null;
  return {
    code: 'cannot-paste',
    sentence:
      'Wayland lets no app press keys for you, so the text is on the clipboard: paste it with Ctrl+V.',
  };
}
