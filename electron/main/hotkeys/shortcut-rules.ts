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
  'force-endpoint': 'finish the current sentence',
  'deliver-again': 'insert the last dictation',
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
  if (chord === null) return whyNoChord(accelerator);
  const others = hotkeys.filter((other) => other.action !== action);
  const same = others.find((other) => stands(other, chord, isMac));
  if (same !== undefined)
    return `These keys already ${does[same.action]}. Press others, or change those first.`;
  if (isLoneModifier(chord)) {
    if (action !== 'dictate') return 'Only the dictation key can be a single modifier.';
    if (mode === 'toggle')
      return 'A single modifier can only be held. Choose “hold” or “auto” first.';
  }
  if (isBareKey(chord)) {
    const modifiers = isMac ? '⌘, ⌃ or ⌥' : 'Ctrl, Alt or Super';
    return `You could no longer type that key. Press it together with ${modifiers}.`;
  }
  return null;
}

/** Keys of their own that neither a grab nor the key watch knows on every system. */
const otherKeys =
  /^(Pause|Break|ScrollLock|NumLock|CapsLock|PrintScreen|ContextMenu|Fn\w*|Num(pad)?\w+|Intl\w+|Lang\d|Kana\w*|Convert|NonConvert|Media\w+|(Audio)?Volume\w+|Launch\w+|Browser\w+|Power|Sleep|WakeUp|Help|F\d+)$/i;

function whyNoChord(accelerator: string): string {
  const key = accelerator.split('+').at(-1) ?? '';
  return otherKeys.test(key)
    ? `${key} cannot be a shortcut of CaptionKey. Press other keys.`
    : `“${accelerator}” is not a shortcut. Press other keys.`;
}

function stands({ accelerator }: Hotkey, chord: Chord, isMac: boolean): boolean {
  const own = parseAccelerator(accelerator, isMac);
  return own !== null && isSameChord(own, chord);
}
