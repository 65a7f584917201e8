import type { WebContents } from 'electron';
import type { PanelPlace } from '#shared/pages.ts';
import type { Hotkeys } from '../hotkeys/hotkeys.ts';
import type { CaptionFeed } from '../ipc/caption-feed.ts';
import type { ListeningController } from '../listening/listening-controller.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { PanelWindow } from './panel-window.ts';

interface Parts {
  feed: CaptionFeed;
  listeningController: Pick<ListeningController, 'dispatch'>;
  hotkeys: Pick<Hotkeys, 'suspend' | 'tryAgain'>;
  settings: SettingsStore;
}

/** Builds the panel window, and cleans up after its page. */
export function openPanelWindow({
  feed,
  listeningController,
  hotkeys,
  settings,
}: Parts): PanelWindow {
  /** A page that has gone can end neither its level check nor the recording of a shortcut. */
  const releaseAll = (): void => {
    listeningController.dispatch({ type: 'check-level', isOn: false });
    void hotkeys.suspend(false);
  };

  const zoom = {
    percent: settings.all.panelZoom,
    remember: (percent: number): void => {
      zoom.percent = percent;
      // One that cannot be written lasts until the app ends.
      settings.choose('panelZoom', percent);
    },
  };
  const opened = (contents: WebContents): void => {
    const { id } = contents;
    contents.once('destroyed', () => {
      feed.leave(id);
      releaseAll();
    });
    contents.on('render-process-gone', () => {
      feed.watchLevel(id, 0);
      releaseAll();
    });
  };
  const turnTo = (place: PanelPlace): void => feed.broadcast('panel:page', place);
  // The person may come from System Settings.
  const focused = (): void => void hotkeys.tryAgain();
  return new PanelWindow({ opened, focused, zoom, turnTo });
}
