import type { Commands } from '../../commands.ts';
import type { Dictator } from '../../dictation/dictator.ts';
import type { Listener } from '../../listening/listener.ts';
import type { Store } from '../../store/store.ts';
import type { PanelWindow } from '../panel-window.ts';
import type { TrayAction } from './content.ts';
import { TrayIcon } from './tray-icon.ts';
import { TrayModel } from './tray-model.ts';

interface Parts {
  listener: Listener;
  dictator: Dictator;
  commands: Commands;
  store: Store;
  panel: PanelWindow;
  quit: () => void;
}

/** The icon in the tray, where the app is while none of its windows is open. */
export interface AppTray {
  /** Puts it there. */
  open(): void;
  /** Something that it shows may have changed. */
  update(): void;
  /** More may have been used. */
  readUsage(): void;
}

/** The tray; nothing is in it before it is opened. */
export function appTray(parts: Parts): AppTray {
  const { listener, dictator, commands, store, panel, quit } = parts;
  const does: Record<TrayAction, () => void> = {
    dictate: () => commands.verb('toggle'),
    captions: () => commands.verb('captions'),
    // The panel may have the focus, and is not where the text belongs.
    'deliver-again': () => void dictator.deliverAgain(panel),
    open: () => void panel.open(),
    quit,
  };
  let icon: TrayIcon | null = null;
  const model = new TrayModel({
    show: (content) => icon?.show(content),
    facts: () => ({
      status: listener.status,
      dictation: dictator.phase,
      areCaptionsOn: listener.areCaptionsOn,
      isPreRolling: listener.isPreRolling,
      hasText: dictator.hasText,
    }),
    readUsage: () => store.usage(Date.now()),
  });
  return {
    open: () => {
      icon = new TrayIcon((action) => does[action]());
      model.update();
      void model.readUsage();
    },
    update: () => {
      if (icon !== null) model.update();
    },
    readUsage: () => {
      if (icon !== null) void model.readUsage();
    },
  };
}
