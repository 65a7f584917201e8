import type { Messages } from '../index.ts';

/** The buttons of a mouse, and the keys for music. */
const others = {
  MouseMiddle: 'Botón central',
  MouseBack: 'Botón atrás',
  MouseForward: 'Botón adelante',
  MouseLeft: 'Botón izquierdo',
  MouseRight: 'Botón derecho',
  MediaPlayPause: 'Reproducir/Pausa',
  MediaNextTrack: 'Pista siguiente',
  MediaPreviousTrack: 'Pista anterior',
  MediaStop: 'Parar',
};

export const keys: Messages['keys'] = {
  CommandOrControl: 'Ctrl',
  CmdOrCtrl: 'Ctrl',
  Control: 'Ctrl',
  Ctrl: 'Ctrl',
  Option: 'Alt',
  Meta: 'Super',
  Shift: 'Mayús',
  Space: 'Espacio',
  Return: 'Intro',
  Enter: 'Intro',
  Escape: 'Esc',
  Backspace: 'Retroceso',
  Delete: 'Supr',
  Insert: 'Insert',
  Home: 'Inicio',
  End: 'Fin',
  PageUp: 'Re Pág',
  PageDown: 'Av Pág',
  RightControl: 'Ctrl derecha',
  RightAlt: 'Alt Gr',
  RightShift: 'Mayús derecha',
  RightSuper: 'Super derecha',
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
  RightControl: '⌃ derecha',
  RightAlt: '⌥ derecha',
  RightShift: '⇧ derecha',
  RightSuper: '⌘ derecha',
  ...others,
};
