const onMac: Record<string, string> = {
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

const elsewhere: Record<string, string> = {
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

/** Whether keys are written the way a Mac's keyboard has them. */
export const isMac = navigator.userAgent.includes('Macintosh');

/** The keys of an Electron accelerator, each as it is printed on a keyboard. */
export function keysOf(accelerator: string, mac = isMac): string[] {
  const names = mac ? onMac : elsewhere;
  // A key that is itself a plus is written `Plus`, so a plus only ever joins.
  return accelerator.split('+').map((key) => (key === 'Plus' ? '+' : (names[key] ?? key)));
}
