/**
 * A chord that pastes. With Shift+Insert some programs of X read PRIMARY, the selection of the middle
 * mouse button, and others the clipboard.
 */
export type PasteKeys = 'control-v' | 'control-shift-v' | 'shift-insert';

/** How to paste into a window. */
export interface PasteWay {
  keys: PasteKeys;
  /** Whether a line end would run a command. */
  isTerminal: boolean;
}

/* They do not support Ctrl+Shift+V without configuration, and read PRIMARY. */
const oldTerminals = new Set(['xterm', 'uxterm', 'urxvt', 'rxvt']);

/* Terminals by the last part of their class, in lower case. */
const terminals = new Set([
  'alacritty',
  'blackbox',
  'console',
  'contour',
  'cool-retro-term',
  'deepin-terminal',
  'foot',
  'ghostty',
  'gnome-terminal',
  'guake',
  'hyper',
  'kgx',
  'kitty',
  'konsole',
  'lxterminal',
  'mate-terminal',
  'ptyxis',
  'qterminal',
  'rio',
  'sakura',
  'st-256color',
  'tabby',
  'terminator',
  'terminology',
  'tilda',
  'tilix',
  'wezterm',
  'xfce4-terminal',
  'yakuake',
]);

/** How to paste into a program of X11 or Wayland, by the class of its window in any case. */
export function pasteWay(windowClass: string[]): PasteWay {
  const names = windowClass.map((name) => name.toLowerCase().split('.').at(-1) ?? '');
  const isIn = (programs: Set<string>): boolean => names.some((name) => programs.has(name));
  if (isIn(oldTerminals)) return { keys: 'shift-insert', isTerminal: true };
  if (isIn(terminals)) return { keys: 'control-shift-v', isTerminal: true };
  return { keys: names.includes('emacs') ? 'shift-insert' : 'control-v', isTerminal: false };
}

/**
 * The text for a terminal. A line end would run the words as a command, a tab would complete them, and
 * an escape would end the brackets that shells put around pasted text.
 */
export function textForTerminal(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ');
}
