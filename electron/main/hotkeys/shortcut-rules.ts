import {
  isBareKey,
  isBareMiddleButton,
  isLoneModifier,
  isNeededButton,
  isSameChord,
  parseAccelerator,
  type Chord,
} from '#shared/accelerator.ts';
import { messages } from '#shared/messages/index.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { DictationMode } from '#shared/setting-values.ts';
import type { HotkeyAction } from '#shared/actions.ts';
import type { Hotkey } from '#shared/app-state.ts';

/**
 * Why the action should not have this shortcut, or null.
 *
 * @param hotkeys the current hotkeys
 * @param mode how the dictation key is used
 */
export function whyNotShortcut(
  action: HotkeyAction,
  accelerator: string,
  hotkeys: Hotkey[],
  { isMac, mode }: { isMac: boolean; mode: DictationMode },
): Problem | null {
  const chord = parseAccelerator(accelerator, isMac);
  if (chord === null) return whyNoChord(accelerator);
  const refusal = whyNotButton(chord, isMac);
  if (refusal !== null) return refusal;
  const others = hotkeys.filter((other) => other.action !== action);
  const same = others.find((other) => stands(other, chord, isMac));
  if (same !== undefined) return problem('shortcut-in-use', { action: same.action });
  if (isLoneModifier(chord)) {
    if (action !== 'dictate') return problem('only-dictation-alone', {});
    if (mode === 'toggle') return problem('lone-modifier-needs-hold', {});
  }
  return isBareKey(chord) ? problem('key-needs-modifier', { modifiers: modifiersOf(isMac) }) : null;
}

/** Why a mouse button cannot be a shortcut on any desktop; null for the others, and for keys. */
export function whyNotButton(chord: Chord, isMac: boolean): Problem | null {
  if (isNeededButton(chord)) return problem('button-is-needed', {});
  return isBareMiddleButton(chord)
    ? problem('button-needs-modifier', { modifiers: modifiersOf(isMac) })
    : null;
}

const modifiersOf = (isMac: boolean): string => messages.hotkeys.modifiers[isMac ? 'mac' : 'other'];

/**
 * Why the action has to give its shortcut to an earlier one that has the same, or null. The person may have
 * chosen those keys before they became the default of a new action.
 *
 * @param hotkeys the current hotkeys, in the order of the actions
 */
export function whyGivesWay(
  action: HotkeyAction,
  hotkeys: Hotkey[],
  isMac: boolean,
): Problem | null {
  const at = hotkeys.findIndex((hotkey) => hotkey.action === action);
  const chord = parseAccelerator(hotkeys[at]?.accelerator ?? '', isMac);
  const first = chord && hotkeys.slice(0, at).find((earlier) => stands(earlier, chord, isMac));
  return first ? problem('shortcut-in-use', { action: first.action }) : null;
}

/** Further keys that the grab or the key watch does not support on every system. */
const otherKeys =
  /^(Pause|Break|ScrollLock|NumLock|CapsLock|PrintScreen|ContextMenu|Fn\w*|Num(pad)?\w+|Intl\w+|Lang\d|Kana\w*|Convert|NonConvert|Media\w+|(Audio)?Volume\w+|Launch\w+|Browser\w+|Power|Sleep|WakeUp|Help|F\d+)$/i;

function whyNoChord(accelerator: string): Problem {
  const key = accelerator.split('+').at(-1) ?? '';
  return otherKeys.test(key)
    ? problem('key-impossible', { key })
    : problem('not-a-shortcut', { shortcut: accelerator });
}

function stands({ accelerator }: Hotkey, chord: Chord, isMac: boolean): boolean {
  const own = parseAccelerator(accelerator, isMac);
  return own !== null && isSameChord(own, chord);
}
