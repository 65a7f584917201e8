import { type Chord, type Modifier } from '#shared/accelerator.ts';
import { hotkeyActions, type HotkeyAction } from '#shared/actions.ts';

const modifierNames: Record<Modifier, string> = {
  control: 'Ctrl',
  alt: 'Mod1',
  shift: 'Shift',
  super: 'Mod4',
};

/** Names of X keysyms, where they differ from those of accelerators. */
const keysyms: Record<string, string> = {
  Enter: 'Return',
  Backspace: 'BackSpace',
  PageUp: 'Prior',
  PageDown: 'Next',
  RightControl: 'Control_R',
  RightAlt: 'Alt_R',
  RightShift: 'Shift_R',
  RightSuper: 'Super_R',
  Space: 'space',
  MediaPlayPause: 'XF86AudioPlay',
  MediaNextTrack: 'XF86AudioNext',
  MediaPreviousTrack: 'XF86AudioPrev',
  MediaStop: 'XF86AudioStop',
  '`': 'grave',
  '-': 'minus',
  '=': 'equal',
  '[': 'bracketleft',
  ']': 'bracketright',
  '\\': 'backslash',
  ';': 'semicolon',
  "'": 'apostrophe',
  ',': 'comma',
  '.': 'period',
  '/': 'slash',
};

/** A chord in the form of sway's configuration, such as `Ctrl+Mod1+space`. */
export function comboOf({ modifiers, key }: Chord): string {
  const keysym = keysyms[key] ?? (key.length === 1 ? key.toLowerCase() : key);
  return [...modifiers.map((modifier) => modifierNames[modifier]), keysym].join('+');
}

/** The report of a binding, from the command that it runs. sway does nothing for `nop`. */
export type Bound = { action: HotkeyAction; type: 'press' | 'release' } | 'escape';

const words = 'nop captionkey';

const commandOf = (bound: Bound): string =>
  bound === 'escape' ? `${words} escape` : `${words} ${bound.action} ${bound.type}`;

/** The command that adds a binding. A key that stays down is reported once. */
export function bindCommand(combo: string, bound: Bound): string {
  const isRelease = bound !== 'escape' && bound.type === 'release';
  return `bindsym ${isRelease ? '--release' : '--no-repeat'} ${combo} ${commandOf(bound)}`;
}

/** The command that removes the binding of a press or a release. */
export const unbindCommand = (combo: string, type: 'press' | 'release'): string =>
  `unbindsym ${type === 'release' ? '--release ' : ''}${combo}`;

/** The report of a binding that ran; null if the binding is not the app's. */
export function boundBy(command: string): Bound | null {
  if (command === commandOf('escape')) return 'escape';
  for (const action of hotkeyActions)
    for (const type of ['press', 'release'] as const)
      if (command === commandOf({ action, type })) return { action, type };
  return null;
}

const aliases: Record<string, string> = {
  control: 'ctrl',
  alt: 'mod1',
  super: 'mod4',
  page_up: 'prior',
  page_down: 'next',
};

/** Normalises order, case and names, so that equal combinations can be compared. */
const normalized = (combo: string): string =>
  combo
    .toLowerCase()
    .split('+')
    .map((name) => aliases[name] ?? name)
    .toSorted()
    .join('+');

/**
 * Whether a configuration binds a combination. A second binding would replace it without a message of
 * sway. Included files are not read.
 */
export function isBoundIn(config: string, combo: string): boolean {
  const wanted = normalized(combo);
  const variables = new Map<string, string>();
  for (const line of config.split('\n')) {
    const [command, ...args] = line.trim().split(/\s+/);
    const [name, value] = args;
    if (command === 'set' && name !== undefined && value !== undefined) variables.set(name, value);
    if (command !== 'bindsym') continue;
    const bound = args.find((arg) => !arg.startsWith('--')) ?? '';
    const parts = bound.split('+').map((part) => variables.get(part) ?? part);
    if (normalized(parts.join('+')) === wanted) return true;
  }
  return false;
}
