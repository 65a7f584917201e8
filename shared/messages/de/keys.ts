import type { Messages } from '../index.ts';

/** The buttons of a mouse, and the keys for music. */
const others = {
  MouseMiddle: 'Mittlere Maustaste',
  MouseBack: 'Zurück-Maustaste',
  MouseForward: 'Vorwärts-Maustaste',
  MouseLeft: 'Linke Maustaste',
  MouseRight: 'Rechte Maustaste',
  MediaPlayPause: 'Wiedergabe',
  MediaNextTrack: 'Nächster Titel',
  MediaPreviousTrack: 'Voriger Titel',
  MediaStop: 'Stopp',
};

export const keys: Messages['keys'] = {
  CommandOrControl: 'Strg',
  CmdOrCtrl: 'Strg',
  Control: 'Strg',
  Ctrl: 'Strg',
  Option: 'Alt',
  Meta: 'Super',
  Shift: 'Umschalt',
  Space: 'Leertaste',
  Return: 'Eingabe',
  Enter: 'Eingabe',
  Escape: 'Esc',
  Backspace: 'Rücktaste',
  Delete: 'Entf',
  Insert: 'Einfg',
  Home: 'Pos1',
  End: 'Ende',
  PageUp: 'Bild ↑',
  PageDown: 'Bild ↓',
  RightControl: 'Strg rechts',
  RightAlt: 'Alt Gr',
  RightShift: 'Umschalt rechts',
  RightSuper: 'Super rechts',
  ...others,
};

export const macKeys: Messages['macKeys'] = {
  Command: '⌘',
  Cmd: '⌘',
  CommandOrControl: '⌘',
  CmdOrCtrl: '⌘',
  Control: '⌃',
  Ctrl: '⌃',
  Alt: '⌥',
  Option: '⌥',
  Shift: '⇧',
  Super: '⌘',
  Meta: '⌘',
  RightControl: '⌃ rechts',
  RightAlt: '⌥ rechts',
  RightShift: '⇧ rechts',
  RightSuper: '⌘ rechts',
  ...others,
};
