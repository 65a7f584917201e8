import type { Messages } from '../index.ts';

/** The buttons of a mouse, and the keys for music. */
const others = {
  MouseMiddle: 'Bouton central',
  MouseBack: 'Bouton Précédent',
  MouseForward: 'Bouton Suivant',
  MouseLeft: 'Bouton gauche',
  MouseRight: 'Bouton droit',
  MediaPlayPause: 'Lecture/Pause',
  MediaNextTrack: 'Piste suivante',
  MediaPreviousTrack: 'Piste précédente',
  MediaStop: 'Stop',
};

export const keys: Messages['keys'] = {
  CommandOrControl: 'Ctrl',
  CmdOrCtrl: 'Ctrl',
  Control: 'Ctrl',
  Ctrl: 'Ctrl',
  Option: 'Alt',
  Meta: 'Super',
  Shift: 'Maj',
  Space: 'Espace',
  Return: 'Entrée',
  Enter: 'Entrée',
  Escape: 'Échap',
  Backspace: 'Retour arrière',
  Delete: 'Suppr',
  Insert: 'Inser',
  Home: 'Début',
  End: 'Fin',
  PageUp: 'Pg préc',
  PageDown: 'Pg suiv',
  RightControl: 'Ctrl droite',
  RightAlt: 'Alt Gr',
  RightShift: 'Maj droite',
  RightSuper: 'Super droite',
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
  RightControl: '⌃ droite',
  RightAlt: '⌥ droite',
  RightShift: '⇧ droite',
  RightSuper: '⌘ droite',
  ...others,
};
