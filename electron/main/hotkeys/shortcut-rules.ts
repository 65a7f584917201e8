import {
  isBareKey,
  isLoneModifier,
  isSameChord,
  parseAccelerator,
  type Chord,
} from '#shared/accelerator.ts';
import type { DictationMode } from '#shared/settings.ts';
import type { Hotkey, HotkeyAction } from '#shared/setup.ts';

const does: Record<HotkeyAction, string> = {
  dictate: 'dictate',
  captions: 'start and stop captions',
  'force-endpoint': 'make the words so far final',
  'deliver-again': 'deliver the newest dictation again',
};

/**
 * Why the shortcut should not stand for the action, as one sentence with what to do, or null.
 *
 * @param hotkeys those that there are
 * @param mode how the dictation key is used
 */
export function whyNotShortcut(
  action: HotkeyAction,
  accelerator: string,
  hotkeys: Hotkey[],
  { isMac, mode }: { isMac: boolean; mode: DictationMode },
): string | null {
  const chord = parseAccelerator(accelerator, isMac);
  if (chord === null) return `“${accelerator}” is not a shortcut. Press other keys.`;
  const others = hotkeys.filter((other) => other.action !== action);
  const same = others.find((other) => stands(other, chord, isMac));
  if (same !== undefined)
    return `These keys ${does[same.action]} already. Press others, or change those first.`;
  if (isLoneModifier(chord)) {
    if (action !== 'dictate') return 'Only the dictation key can be a modifier by itself.';
    if (mode === 'toggle')
      return 'A modifier by itself can only be held. Choose “hold” or “auto” first.';
  }
  if (isBareKey(chord)) {
    const modifiers = isMac ? '⌘, ⌃ or ⌥' : 'Ctrl, Alt or Super';
    return `That key by itself could not be typed any more. Press it together with ${modifiers}.`;
  }
  return null;
}

function stands({ accelerator }: Hotkey, chord: Chord, isMac: boolean): boolean {
  const own = parseAccelerator(accelerator, isMac);
  return own !== null && isSameChord(own, chord);
}
