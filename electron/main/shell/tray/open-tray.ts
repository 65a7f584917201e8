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

/** Puts the icon in the tray, where the app is while none of its windows is open. */
export function openTray(parts: Parts): TrayModel {
  const { listener, dictator, commands, store, panel, quit } = parts;
  const does: Record<TrayAction, () => void> = {
    dictate: () => commands.verb('toggle'),
    captions: () => commands.verb('captions'),
    // The panel may have the focus, and is not where the text belongs.
    'deliver-again': () => void dictator.deliverAgain(panel),
    open: () => void panel.open(),
    quit,
  };
  const icon = new TrayIcon((action) => does[action]());
  const model = new TrayModel({
    show: (content) => icon.show(content),
    facts: () => ({
      status: listener.status,
      dictation: dictator.phase,
      areCaptionsOn: listener.areCaptionsOn,
      isPreRolling: listener.isPreRolling,
      hasText: dictator.hasText,
    }),
    readUsage: () => store.usage(Date.now()),
  });
  model.update();
  void model.readUsage();
  return model;
}
