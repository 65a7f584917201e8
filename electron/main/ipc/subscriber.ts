import { BrowserWindow, type WebContents } from 'electron';
import type { BroadcastChannel } from '#shared/channels.ts';
import type { Broadcasts } from '#shared/ipc.ts';
import type { Subscriber } from './caption-feed.ts';

/** A page as a subscriber. A closed page receives nothing. */
export function subscriberOf(contents: WebContents): Subscriber {
  const window = BrowserWindow.fromWebContents(contents);
  return {
    isVisible: () => !contents.isDestroyed() && (window?.isVisible() ?? false),
    send: <C extends BroadcastChannel>(channel: C, value: Broadcasts[C]) => {
      if (!contents.isDestroyed()) contents.send(channel, value);
    },
  };
}
