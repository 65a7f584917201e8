/** The keys that a PC's keyboard names otherwise than Electron does. */
export const keys: Record<string, string> = {
  CommandOrControl: 'Ctrl',
  CmdOrCtrl: 'Ctrl',
  Control: 'Ctrl',
  Option: 'Alt',
  Meta: 'Super',
  Return: 'Enter',
  Escape: 'Esc',
  RightControl: 'Right Ctrl',
  RightAlt: 'Right Alt',
  RightShift: 'Right Shift',
  RightSuper: 'Right Super',
};

/** The same for a Mac's keyboard. */
export const macKeys: Record<string, string> = {
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
  RightControl: 'Right ⌃',
  RightAlt: 'Right ⌥',
  RightShift: 'Right ⇧',
  RightSuper: 'Right ⌘',
};
