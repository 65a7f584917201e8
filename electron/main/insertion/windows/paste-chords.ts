/** A chord that pastes. */
export type PasteChord = 'control-v' | 'control-shift-v' | 'shift-insert';

/** How to paste into a window. */
export interface PasteWay {
  chord: PasteChord;
  /** Whether a line end would run a command. */
  isTerminal: boolean;
  /**
   * Whether the clipboard goes to another machine, which reads it at any time. Then nothing proves a
   * paste, and the content must stay for a while.
   */
  isRemote: boolean;
}

const chordOfTerminalClass: Record<string, PasteChord> = {
  /* Windows Terminal. */
  cascadia_hosting_window_class: 'control-shift-v',
  /* The console host of cmd.exe and PowerShell. */
  consolewindowclass: 'control-v',
  mintty: 'shift-insert',
  putty: 'shift-insert',
};

/* Terminals that their window class does not identify. */
const chordOfTerminal: Record<string, PasteChord> = {
  'alacritty.exe': 'control-shift-v',
  'hyper.exe': 'control-shift-v',
  'tabby.exe': 'control-shift-v',
  'wezterm-gui.exe': 'control-shift-v',
};

const remotePrograms = new Set(['mstsc.exe', 'msrdc.exe', 'vmconnect.exe']);

/**
 * How to paste into a window.
 *
 * @param className of the window
 * @param program the file name of its program
 */
export function pasteWay(className: string, program: string): PasteWay {
  const name = program.toLowerCase();
  const terminal = chordOfTerminalClass[className.toLowerCase()] ?? chordOfTerminal[name];
  return {
    chord: terminal ?? (className === 'Emacs' ? 'shift-insert' : 'control-v'),
    isTerminal: terminal !== undefined,
    isRemote: remotePrograms.has(name),
  };
}
