/** The buttons of a mouse, and the keys for music. */
const others = {
  MouseMiddle: 'Middle button',
  MouseBack: 'Back button',
  MouseForward: 'Forward button',
  MouseLeft: 'Left button',
  MouseRight: 'Right button',
  MediaPlayPause: 'Play/Pause',
  MediaNextTrack: 'Next track',
  MediaPreviousTrack: 'Previous track',
  MediaStop: 'Stop',
};

/** The keys that a PC's keyboard of some language names otherwise than Electron does. */
export const keys = {
  CommandOrControl: 'Ctrl',
  CmdOrCtrl: 'Ctrl',
  Control: 'Ctrl',
  Ctrl: 'Ctrl',
  Option: 'Alt',
  Meta: 'Super',
  Shift: 'Shift',
  Space: 'Space',
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
  RightControl: 'Right Ctrl',
  RightAlt: 'Right Alt',
  RightShift: 'Right Shift',
  RightSuper: 'Right Super',
  ...others,
};

/** The same for a Mac's keyboard. */
export const macKeys = {
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
  ...others,
};
