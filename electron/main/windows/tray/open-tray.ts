import type { TrayAction } from '#shared/actions.ts';
import type { Result } from '#shared/result.ts';
import { choosing } from '#shared/language-choice.ts';
import type { AppStateModel } from '../../app-state/app-state-model.ts';
import { chooseMicrophone } from '../../audio/choose-microphone.ts';
import type { Commands } from '../../cli/commands.ts';
import type { OpenDictation } from '../../dictation/open-dictation.ts';
import type { OpenListening } from '../../listening/open-listening.ts';
import { versions } from '../../logging/versions.electron.ts';
import type { AppLanguage } from '../../language/app-language.ts';
import type { ProblemStore } from '../../problems/problem-store.ts';
import type { PreferencesModel } from '../../settings/preferences-model.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { SpeechStorage } from '../../storage/speech-storage.ts';
import type { PanelWindow } from '../panel-window.ts';
import type { ClickThrough } from '../click-through.ts';
import type { TrayChoice } from './content.ts';
import { TrayIcon } from './tray-icon.ts';
import { TrayModel } from './tray-model.ts';

interface Parts {
  listening: Pick<OpenListening, 'captions' | 'events' | 'preRoll'>;
  dictation: Pick<OpenDictation, 'dictationController' | 'events' | 'copyText'>;
  commands: Commands;
  clickThrough: ClickThrough;
  storage: SpeechStorage;
  panel: PanelWindow;
  quit: () => void;
  settings: SettingsStore;
  language: AppLanguage;
  preferences: PreferencesModel;
  appState: AppStateModel;
  problems: ProblemStore;
}

/** The icon in the tray, which shows that the app runs while no window is open. */
export interface AppTray {
  /** Adds the icon to the tray. */
  open(): void;
}

/** Builds the tray icon, which `open` adds to the tray. */
export function appTray(parts: Parts): AppTray {
  const { listening, dictation, commands, clickThrough, storage, panel, quit } = parts;
  const { settings, language, preferences, appState, problems } = parts;
  const { captions } = listening;
  const { dictationController } = dictation;
  const does: Record<TrayAction, () => void> = {
    dictate: () => commands.verb('toggle'),
    captions: () => commands.verb('captions'),
    'click-through': () => commands.verb('click-through'),
    // The panel may have the focus, and is not the target of the text.
    'insert-last': () => void dictationController.insertLast(panel),
    'copy-last': () => {
      void dictation
        .copyText(dictationController.lastText)
        .then((copied) => copied.ok || problems.set('copy', copied.problem));
    },
    history: () => void panel.open({ page: 'history' }),
    open: () => void panel.open(),
    quit,
  };
  let icon: TrayIcon | null = null;
  const model = new TrayModel({
    show: (content) => icon?.show(content),
    facts: () => ({
      status: captions.status,
      dictation: dictationController.phase,
      areCaptionsOn: captions.areOn,
      isClickThrough: clickThrough.isOn,
      hasText: dictationController.hasText,
      appState: appState.read(),
      preferences: settings.all,
      version: versions().captionkey,
    }),
    readUsage: () => storage.store.usage(Date.now()),
  });
  const keep = (choice: TrayChoice): Result<unknown> => {
    switch (choice.type) {
      case 'microphone': {
        const chooser = { settings, preRoll: listening.preRoll, appState };
        return chooseMicrophone(chooser, choice.microphone);
      }
      case 'captions-source':
        return preferences.change({ captionsSource: choice.source });
      case 'language':
        return preferences.change(choosing(choice.language, settings.all));
      case 'start-at-login':
        return preferences.change({ startAtLogin: choice.isOn });
    }
  };
  const choose = (choice: TrayChoice): void => {
    const kept = keep(choice);
    if (!kept.ok) problems.set('folder', kept.problem);
    model.showAgain();
  };
  const update = (): void => {
    if (icon !== null) model.update();
  };
  const readUsage = (): void => {
    if (icon !== null) void model.readUsage();
  };
  listening.events.on('status', update).on('captions', update);
  appState.on('changed', update);
  language.on('changed', update);
  preferences.on('changed', update);
  clickThrough.on('changed', update);
  dictation.events.on('status', update).on('history', update);
  storage.on('used', readUsage);
  return {
    open: () => {
      icon = new TrayIcon((action) => does[action](), choose);
      update();
      readUsage();
    },
  };
}
