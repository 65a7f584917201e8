import type { PasteKeys, PasteWay } from '../paste-keys.ts';

/** How to paste into a window of Windows. */
export interface WindowsPasteWay extends PasteWay {
  /**
   * Whether the clipboard goes to another machine, which reads it at any time. Then nothing proves a
   * paste, and the content must stay for a while.
   */
  isRemote: boolean;
}

const keysOfTerminalClass: Record<string, PasteKeys> = {
  /* Windows Terminal. */
  cascadia_hosting_window_class: 'control-shift-v',
  /* The console host of cmd.exe and PowerShell. */
  consolewindowclass: 'control-v',
  mintty: 'shift-insert',
  putty: 'shift-insert',
};

/* Terminals that their window class does not identify. */
const keysOfTerminal: Record<string, PasteKeys> = {
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
export function windowsPasteWay(className: string, program: string): WindowsPasteWay {
  const name = program.toLowerCase();
  const terminal = keysOfTerminalClass[className.toLowerCase()] ?? keysOfTerminal[name];
  return {
    keys: terminal ?? (className === 'Emacs' ? 'shift-insert' : 'control-v'),
    isTerminal: terminal !== undefined,
    isRemote: remotePrograms.has(name),
  };
}
