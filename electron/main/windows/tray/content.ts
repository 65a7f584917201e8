import { parseAccelerator, isLoneModifier, isMouseButton } from '#shared/accelerator.ts';
import type { HotkeyAction, TrayAction } from '#shared/actions.ts';
import type { AppState } from '#shared/app-state.ts';
import type { DictationStatus } from '#shared/dictation-status.ts';
import { languageOf, languageOptions, type LanguageChoice } from '#shared/language-choice.ts';
import { messages } from '#shared/messages/index.ts';
import type { MicrophoneRef } from '#shared/microphone.ts';
import { chosenValue, microphoneOptions } from '#shared/microphone-options.ts';
import type { Preferences } from '#shared/preferences.ts';
import { captionsSources, type CaptionsSource } from '#shared/sound-source.ts';
import type { Status } from '#shared/status.ts';
import type { Usage } from '#shared/usage.ts';

/** The facts that the tray shows. */
export interface TrayFacts {
  status: Status;
  dictation: DictationStatus['phase'];
  areCaptionsOn: boolean;
  /** Whether the mouse reaches the window below the captions. */
  isClickThrough: boolean;
  /** Whether there is a text that can be inserted again. */
  hasText: boolean;
  appState: Pick<
    AppState,
    'hotkeys' | 'isPreRolling' | 'microphones' | 'chosenMicrophone' | 'computerSound'
  >;
  preferences: Pick<
    Preferences,
    'speechModel' | 'languageCodes' | 'startAtLogin' | 'captionsSource'
  >;
  /** Of the app. */
  version: string;
  /** Null while it is not known. */
  usage: Usage | null;
}

/** What a submenu or a switch chooses. */
export type TrayChoice =
  | { type: 'microphone'; microphone: MicrophoneRef | null }
  | { type: 'captions-source'; source: CaptionsSource }
  | { type: 'language'; language: LanguageChoice }
  | { type: 'start-at-login'; isOn: boolean };

/** One line of a submenu, or a switch. */
export interface TrayOption {
  label: string;
  isChosen: boolean;
  choice: TrayChoice;
}

export type TrayItem =
  | { type: 'separator' }
  /** Nothing happens when it is pressed. */
  | { type: 'text'; label: string }
  /** `accelerator` is shown beside it, if it has a hotkey that works. */
  | {
      type: 'action';
      label: string;
      action: TrayAction;
      isEnabled: boolean;
      accelerator: string | null;
    }
  | { type: 'menu'; label: string; options: TrayOption[] }
  | { type: 'switch'; option: TrayOption };

export interface TrayContent {
  /** `listening` if the microphone is on, or about to be. */
  icon: 'idle' | 'listening';
  toolTip: string;
  items: TrayItem[];
}

const separator: TrayItem = { type: 'separator' };
const text = (label: string): TrayItem => ({ type: 'text', label });

/** The content of the tray for these facts. */
export function trayContent(facts: TrayFacts): TrayContent {
  const { status, dictation, areCaptionsOn, isClickThrough, hasText, appState, version } = facts;
  const on = whatIsOn(facts);
  const action = (
    does: TrayAction,
    label: string = messages.actions[does].name,
    isEnabled = true,
  ): TrayItem => ({
    ...{ type: 'action', label, action: does, isEnabled },
    accelerator: acceleratorOf(does, appState),
  });
  return {
    icon: status.phase === 'idle' || status.phase === 'finishing' ? 'idle' : 'listening',
    toolTip: `CaptionKey: ${on}`,
    items: [
      text(on),
      ...usageItems(facts),
      separator,
      action('dictate', dictation === 'speaking' ? messages.tray.stopDictating : undefined),
      action('captions', areCaptionsOn ? messages.tray.stopCaptions : messages.tray.startCaptions),
      action('click-through', isClickThrough ? messages.tray.endClickThrough : undefined),
      separator,
      microphoneMenu(facts),
      ...captionsSourceMenu(facts),
      languageMenu(facts),
      separator,
      action('copy-last', undefined, hasText),
      action('insert-last', undefined, hasText),
      action('history'),
      separator,
      action('open'),
      loginSwitch(facts),
      text(messages.tray.version(version)),
      action('quit'),
    ],
  };
}

/** Electron has no name for a modifier alone, and a hotkey that does not work is not offered. */
function acceleratorOf(action: TrayAction, { hotkeys }: Pick<AppState, 'hotkeys'>): string | null {
  const isOf: (other: HotkeyAction) => boolean = (other) => other === action;
  const hotkey = hotkeys.find((known) => isOf(known.action));
  if (hotkey?.problem !== null) return null;
  const chord = parseAccelerator(hotkey.accelerator, process.platform === 'darwin');
  const isUnnamed = chord === null || isLoneModifier(chord) || isMouseButton(chord);
  return isUnnamed ? null : hotkey.accelerator;
}

function microphoneMenu({ appState }: TrayFacts): TrayItem {
  const chosen = chosenValue(appState);
  const options = microphoneOptions(appState).map(({ value, label, microphone }) => ({
    ...{ label, isChosen: value === chosen },
    choice: { type: 'microphone' as const, microphone },
  }));
  return { type: 'menu', label: messages.home.microphone.title, options };
}

/** Missing where the system offers no sound of the computer, and none was chosen elsewhere. */
function captionsSourceMenu({ appState, preferences }: TrayFacts): TrayItem[] {
  const chosen = preferences.captionsSource;
  if (appState.computerSound === null && chosen === 'microphone') return [];
  const options = captionsSources.map((source) => ({
    ...{ label: messages.tray.captionsSource[source], isChosen: source === chosen },
    choice: { type: 'captions-source' as const, source },
  }));
  return [{ type: 'menu', label: messages.tray.captionsListenTo, options }];
}

function languageMenu({ preferences }: TrayFacts): TrayItem {
  const chosen = languageOf(preferences);
  const options = languageOptions(preferences).map(({ value, label }) => ({
    ...{ label, isChosen: value === chosen },
    choice: { type: 'language' as const, language: value },
  }));
  return { type: 'menu', label: messages.settings.languageCodes, options };
}

const loginSwitch = ({ preferences: { startAtLogin } }: TrayFacts): TrayItem => ({
  type: 'switch',
  option: {
    ...{ label: messages.settings.startAtLogin, isChosen: startAtLogin },
    choice: { type: 'start-at-login', isOn: !startAtLogin },
  },
});

/** A label for the system's menu, where a single `&` makes the next letter the key of the item. */
export const menuLabel = (label: string): string => label.replaceAll('&', '&&');

/** Omits the seconds of kept sound: an update every second would close the open menu. */
function whatIsOn({ status, dictation, areCaptionsOn, appState }: TrayFacts): string {
  switch (status.phase) {
    case 'idle':
      return appState.isPreRolling ? messages.tray.preRolling : messages.tray.off;
    case 'starting':
      return messages.tray.starting;
    case 'reconnecting':
      return messages.tray.reconnecting;
    case 'finishing':
      return messages.tray.finishing;
    case 'listening':
      if (dictation !== 'speaking') return messages.tray.captionsOn;
      return areCaptionsOn ? messages.tray.bothOn : messages.tray.dictating;
  }
}

const usageItems = ({ usage }: TrayFacts): TrayItem[] =>
  usage === null
    ? []
    : [
        text(messages.tray.today(messages.privacy.amount(usage.today))),
        text(messages.tray.month(messages.privacy.amount(usage.month))),
      ];
