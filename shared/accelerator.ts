const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const signs = Array.from("0123456789`-=[]\\;',./");
const functionKeys = Array.from({ length: 24 }, (_, index) => `F${index + 1}`);
const namedKeys = [
  'Space',
  'Tab',
  'Enter',
  'Backspace',
  'Delete',
  'Insert',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Up',
  'Down',
  'Left',
  'Right',
  'Escape',
];

/** Modifiers that can be a shortcut alone. Those on the left are part of too many other shortcuts. */
export const loneModifiers = ['RightControl', 'RightAlt', 'RightShift', 'RightSuper'];

/** Keys for music, as Electron names them. The button of a headset is the first. */
const mediaKeys = ['MediaPlayPause', 'MediaNextTrack', 'MediaPreviousTrack', 'MediaStop'];

/** Buttons that every program needs, so that none can be a shortcut. */
const neededButtons = ['MouseLeft', 'MouseRight'];

/** Electron has no names for buttons. */
const mouseButtons = [...neededButtons, 'MouseMiddle', 'MouseBack', 'MouseForward'];

const keys = [
  ...[...letters, ...signs, ...functionKeys, ...namedKeys],
  ...[...loneModifiers, ...mediaKeys, ...mouseButtons],
];

/** As accelerators are written in other places; `+` itself joins, so it is the key `=` shifted. */
const aliases: Record<string, string> = { return: 'Enter', esc: 'Escape', plus: '=' };

export const modifiers = ['control', 'alt', 'shift', 'super'] as const;
export type Modifier = (typeof modifiers)[number];

const modifierNames: Record<string, Modifier> = {
  control: 'control',
  ctrl: 'control',
  alt: 'alt',
  option: 'alt',
  altgr: 'alt',
  shift: 'shift',
  super: 'super',
  meta: 'super',
  command: 'super',
  cmd: 'super',
};

/** A key with the modifiers that are held with it, and no others. */
export interface Chord {
  modifiers: Modifier[];
  /** Of the names that accelerators have for keys, a lone modifier, or a button of the mouse. */
  key: string;
}

const modifierOf = (part: string, isMac: boolean): Modifier | undefined =>
  ['commandorcontrol', 'cmdorctrl'].includes(part)
    ? isMac
      ? 'super'
      : 'control'
    : modifierNames[part];

/**
 * Reads an accelerator as Electron writes it, in any case, or one with a lone modifier such as
 * `RightControl` or a button such as `MouseBack`, which Electron has no names for.
 *
 * @returns null where it is none, or has a key that cannot be grabbed, such as those for the volume
 */
export function parseAccelerator(accelerator: string, isMac: boolean): Chord | null {
  const parts = accelerator.toLowerCase().split('+');
  const name = parts.pop() ?? '';
  const key = aliases[name] ?? keys.find((known) => known.toLowerCase() === name);
  const held = parts.map((part) => modifierOf(part, isMac));
  if (key === undefined || held.includes(undefined)) return null;
  if (loneModifiers.includes(key) && held.length > 0) return null;
  return { modifiers: modifiers.filter((modifier) => held.includes(modifier)), key };
}

export const isLoneModifier = ({ key }: Chord): boolean => loneModifiers.includes(key);

export const isMediaKey = ({ key }: Chord): boolean => mediaKeys.includes(key);

export const isMouseButton = ({ key }: Chord): boolean => mouseButtons.includes(key);

/** Whether it is a button that every program needs. */
export const isNeededButton = ({ key }: Chord): boolean => neededButtons.includes(key);

/** Whether it is a button that many programs use alone: the middle one pastes, or opens a tab. */
export const isBareMiddleButton = ({ key, modifiers: held }: Chord): boolean =>
  key === 'MouseMiddle' && held.every((modifier) => modifier === 'shift');

/** Whether two chords are the same keys. */
export const isSameChord = (one: Chord, other: Chord): boolean =>
  one.key === other.key && one.modifiers.join() === other.modifiers.join();

/** Whether pressing it would otherwise type, move or delete something: Shift does not change that. */
export const isBareKey = (chord: Chord): boolean =>
  !functionKeys.includes(chord.key) &&
  !isLoneModifier(chord) &&
  !isMediaKey(chord) &&
  !isMouseButton(chord) &&
  chord.modifiers.every((modifier) => modifier === 'shift');

/** The modifiers that are down while it is held, as accelerators name them. */
export function heldWith({ modifiers: held, key }: Chord): string[] {
  const all = isLoneModifier({ modifiers: held, key }) ? [key.slice('Right'.length)] : held;
  return all.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
}
