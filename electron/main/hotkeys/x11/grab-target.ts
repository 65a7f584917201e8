import {
  isMediaKey,
  isMouseButton,
  parseAccelerator,
  type Chord,
  type Modifier,
} from '#shared/accelerator.ts';
import { placeOfKey } from '../../../x11-key-places.ts';

/** A key or a mouse button of an X server, with the modifiers that are held with it. */
export interface GrabTarget {
  kind: 'key' | 'button';
  /** The keycode, or the number of the button. */
  code: number;
  modifiers: number;
}

const masks: Record<Modifier, number> = { shift: 1, control: 4, alt: 8, super: 64 };
/** The bits of the modifiers that a shortcut can have, in the state of an event. */
export const chordMask = 1 | 4 | 8 | 64;

/** X11 numbers the wheel's directions, too, from 4 to 7. The key watch counts in another way (`key-codes.ts`). */
const buttons: Record<string, number> = { MouseMiddle: 2, MouseBack: 8, MouseForward: 9 };

/** What Electron cannot grab, or would not by its place; null for all other shortcuts. */
export function grabOf(accelerator: string): GrabTarget | null {
  const chord: Chord | null = parseAccelerator(accelerator, false);
  if (chord === null) return null;
  const modifiers = chord.modifiers.reduce((mask, modifier) => mask | masks[modifier], 0);
  const button = buttons[chord.key];
  if (button !== undefined) return { kind: 'button', code: button, modifiers };
  const keycode = placeOfKey(chord.key);
  return keycode === null ? null : { kind: 'key', code: keycode, modifiers };
}

/** Whether only the grab can report the release: the key watch does not know these keys. */
export function isHeldByGrab(accelerator: string): boolean {
  const chord = parseAccelerator(accelerator, false);
  return chord !== null && (isMouseButton(chord) || isMediaKey(chord));
}
