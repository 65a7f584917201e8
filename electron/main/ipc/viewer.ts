import { BrowserWindow, type WebContents } from 'electron';
import type { BroadcastChannel } from '#shared/channels.ts';
import type { Broadcasts } from '#shared/ipc.ts';
import type { Viewer } from './caption-feed.ts';

/** A page as somebody to send to; a page that is gone hears nothing. */
export function viewerOf(contents: WebContents): Viewer {
  const window = BrowserWindow.fromWebContents(contents);
  return {
    isVisible: () => !contents.isDestroyed() && (window?.isVisible() ?? false),
    send: <C extends BroadcastChannel>(channel: C, value: Broadcasts[C]) => {
      if (!contents.isDestroyed()) contents.send(channel, value);
    },
  };
}
