import type { Hotkeys } from '../hotkeys/hotkeys.ts';
import type { CaptionFeed } from '../ipc/caption-feed.ts';
import type { Listener } from '../listening/listener.ts';
import { PanelWindow } from './panel-window.ts';

interface Parts {
  feed: CaptionFeed;
  listener: Pick<Listener, 'dispatch'>;
  hotkeys: Pick<Hotkeys, 'suspend'>;
}

/** The panel, and what its page leaves when it ends. */
export function openPanelWindow({ feed, listener, hotkeys }: Parts): PanelWindow {
  /** A page that is gone can end neither its check of the level nor the recording of a shortcut. */
  const releaseAll = (): void => {
    listener.dispatch({ type: 'check-level', isOn: false });
    void hotkeys.suspend(false);
  };

  return new PanelWindow((contents) => {
    const { id } = contents;
    contents.once('destroyed', () => {
      feed.leave(id);
      releaseAll();
    });
    contents.on('render-process-gone', () => {
      feed.watchLevel(id, 0);
      releaseAll();
    });
  });
}
