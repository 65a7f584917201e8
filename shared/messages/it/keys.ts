import type { Messages } from '../index.ts';

/** The buttons of a mouse, and the keys for music. */
const others = {
  MouseMiddle: 'Pulsante centrale',
  MouseBack: 'Pulsante Indietro',
  MouseForward: 'Pulsante Avanti',
  MouseLeft: 'Pulsante sinistro',
  MouseRight: 'Pulsante destro',
  MediaPlayPause: 'Play/Pausa',
  MediaNextTrack: 'Brano successivo',
  MediaPreviousTrack: 'Brano precedente',
  MediaStop: 'Stop',
};

export const keys: Messages['keys'] = {
  CommandOrControl: 'Ctrl',
  CmdOrCtrl: 'Ctrl',
  Control: 'Ctrl',
  Ctrl: 'Ctrl',
  Option: 'Alt',
  Meta: 'Super',
  Shift: 'Maiusc',
  Space: 'Spazio',
  Return: 'Invio',
  Enter: 'Invio',
  Escape: 'Esc',
  Backspace: 'Backspace',
  Delete: 'Canc',
  Insert: 'Ins',
  Home: 'Inizio',
  End: 'Fine',
  PageUp: 'Pag ↑',
  PageDown: 'Pag ↓',
  RightControl: 'Ctrl destro',
  RightAlt: 'Alt Gr',
  RightShift: 'Maiusc destro',
  RightSuper: 'Super destro',
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
  RightControl: '⌃ destro',
  RightAlt: '⌥ destro',
  RightShift: '⇧ destro',
  RightSuper: '⌘ destro',
  ...others,
};
