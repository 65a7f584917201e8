import * as v from 'valibot';
import type { System } from './system.ts';
import { keysOf } from './tables.ts';

/** The keys of a hotkey before the person chooses others, as Electron writes them. */
type DefaultKeys = Record<System, string>;

/** What the app can be asked to do while it runs. */
export interface Action {
  /** The argument of a second launch that asks for it, without `--`; null if there is none. */
  verb: string | null;
  /** The setting that holds its global hotkey, and the keys that it has at first. */
  hotkey: { setting: string; keys: DefaultKeys } | null;
  isInTray: boolean;
}

/**
 * On Windows Ctrl+Alt is AltGr, with which people type: Ctrl+Alt+C is “ć” on a Polish keyboard. Few
 * layouts have something on AltGr+Space.
 */
const keys = (onMac: string, onWindows: string, onLinux = onMac): DefaultKeys => ({
  linux: onLinux,
  macos: onMac,
  windows: onWindows,
});

/**
 * Every action, in the order in which people see them. Their names are in the messages. To add one,
 * add it here and to whatever carries it out.
 */
export const actions = {
  dictate: {
    verb: 'toggle',
    hotkey: {
      setting: 'dictationHotkey',
      keys: keys('Alt+Space', 'Control+Alt+Space', 'Control+Alt+Space'),
    },
    isInTray: true,
  },
  captions: {
    verb: 'captions',
    hotkey: { setting: 'captionsHotkey', keys: keys('Control+Alt+C', 'Control+Shift+F9') },
    isInTray: true,
  },
  'force-endpoint': {
    verb: 'force-endpoint',
    hotkey: {
      setting: 'forceEndpointHotkey',
      keys: keys('Control+Alt+Enter', 'Control+Shift+F10'),
    },
    isInTray: false,
  },
  'insert-last': {
    verb: 'insert-last',
    hotkey: { setting: 'insertLastHotkey', keys: keys('Control+Alt+V', 'Control+Shift+F11') },
    isInTray: true,
  },
  'click-through': {
    verb: 'click-through',
    hotkey: { setting: 'clickThroughHotkey', keys: keys('Control+Alt+M', 'Control+Shift+F8') },
    isInTray: true,
  },
  'copy-last': { verb: null, hotkey: null, isInTray: true },
  history: { verb: null, hotkey: null, isInTray: true },
  start: { verb: 'start', hotkey: null, isInTray: false },
  stop: { verb: 'stop', hotkey: null, isInTray: false },
  cancel: { verb: 'cancel', hotkey: null, isInTray: false },
  open: { verb: null, hotkey: null, isInTray: true },
  quit: { verb: 'quit', hotkey: null, isInTray: true },
} as const satisfies Record<string, Action>;

type Actions = typeof actions;
export type ActionId = keyof Actions;

/** The actions a global hotkey can stand for. */
export type HotkeyAction = {
  [Id in ActionId]: Actions[Id]['hotkey'] extends null ? never : Id;
}[ActionId];

/** The actions in the menu of the tray. */
export type TrayAction = {
  [Id in ActionId]: Actions[Id]['isInTray'] extends true ? Id : never;
}[ActionId];

/** What a second launch can ask of the instance that runs. */
export type Verb = NonNullable<Actions[ActionId]['verb']>;

const ids = keysOf(actions);
const hasHotkey = (id: ActionId): id is HotkeyAction => actions[id].hotkey !== null;

export const hotkeyActions = ids.filter(hasHotkey);
export const hotkeyActionSchema = v.picklist(hotkeyActions);

export const verbs = ids.map((id) => actions[id].verb).filter((verb) => verb !== null);
