import { isLoneModifier, type Chord, type Modifier } from '#shared/accelerator.ts';

/* Numbers of `Qt::Key` and `Qt::KeyboardModifier`, which are the same in Qt 5 and 6. */
export const modifierBits: Record<Modifier, number> = {
  shift: 0x0200_0000,
  control: 0x0400_0000,
  alt: 0x0800_0000,
  super: 0x1000_0000,
};

const namedKeys: Record<string, number> = {
  Space: 0x20,
  Escape: 0x0100_0000,
  Tab: 0x0100_0001,
  Backspace: 0x0100_0003,
  Enter: 0x0100_0004,
  Insert: 0x0100_0006,
  Delete: 0x0100_0007,
  Home: 0x0100_0010,
  End: 0x0100_0011,
  Left: 0x0100_0012,
  Up: 0x0100_0013,
  Right: 0x0100_0014,
  Down: 0x0100_0015,
  PageUp: 0x0100_0016,
  PageDown: 0x0100_0017,
  MediaPlayPause: 0x0100_0080,
  MediaStop: 0x0100_0081,
  MediaPreviousTrack: 0x0100_0082,
  MediaNextTrack: 0x0100_0083,
};

const f1 = 0x0100_0030;

/** Qt's number of a chord; null for a lone modifier, which KDE does not support. */
export function qtKeyOf(chord: Chord): number | null {
  const { modifiers, key } = chord;
  if (isLoneModifier(chord)) return null;
  const held = modifiers.reduce((sum, modifier) => sum + modifierBits[modifier], 0);
  return held + keyOf(key);
}

function keyOf(key: string): number {
  const named = namedKeys[key];
  if (named !== undefined) return named;
  const functionKey = /^F(\d+)$/.exec(key)?.[1];
  // The numbers of letters and signs are those of Unicode.
  return functionKey === undefined ? (key.codePointAt(0) ?? 0) : f1 + Number(functionKey) - 1;
}
