import type { Messages } from '../index.ts';

/** The buttons of a mouse, and the keys for music. */
const others = {
  MouseMiddle: 'Botão do meio',
  MouseBack: 'Botão Voltar',
  MouseForward: 'Botão Avançar',
  MouseLeft: 'Botão esquerdo',
  MouseRight: 'Botão direito',
  MediaPlayPause: 'Reproduzir/Pausar',
  MediaNextTrack: 'Próxima faixa',
  MediaPreviousTrack: 'Faixa anterior',
  MediaStop: 'Parar',
};

export const keys: Messages['keys'] = {
  CommandOrControl: 'Ctrl',
  CmdOrCtrl: 'Ctrl',
  Control: 'Ctrl',
  Ctrl: 'Ctrl',
  Option: 'Alt',
  Meta: 'Super',
  Shift: 'Shift',
  Space: 'Espaço',
  Return: 'Enter',
  Enter: 'Enter',
  Escape: 'Esc',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Home: 'Home',
  End: 'End',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  RightControl: 'Ctrl direito',
  RightAlt: 'Alt Gr',
  RightShift: 'Shift direito',
  RightSuper: 'Super direito',
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
  RightControl: '⌃ direito',
  RightAlt: '⌥ direito',
  RightShift: '⇧ direito',
  RightSuper: '⌘ direito',
  ...others,
};
