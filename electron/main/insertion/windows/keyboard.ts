import type { PasteKeys } from '../paste-keys.ts';
import * as win32 from './win32.ts';

interface Key {
  /** The virtual-key code, for a modifier that of one side. */
  code: number;
  /** The scan code; looked up if the layout decides it. */
  scan?: number;
  isExtended?: boolean;
}

// Terminals ignore a modifier without a side.
const leftControl: Key = { code: 0xa2, scan: 0x1d };
const leftShift: Key = { code: 0xa0, scan: 0x2a };
const v: Key = { code: 0x56 };
const insert: Key = { code: 0x2d, scan: 0x52, isExtended: true };
const enter: Key = { code: 0x0d };

const keysOf: Record<PasteKeys, Key[]> = {
  'control-v': [leftControl, v],
  'control-shift-v': [leftControl, leftShift, v],
  'shift-insert': [leftShift, insert],
};

const keyboardInput = 1;
const extendedKey = 1;
const keyUp = 2;
const toScanCode = 0;

const eventOf = ({ code, scan, isExtended }: Key, isUp: boolean): object => ({
  type: keyboardInput,
  u: {
    ki: {
      wVk: code,
      wScan: scan ?? win32.MapVirtualKeyW(code, toScanCode),
      dwFlags: (isExtended ? extendedKey : 0) | (isUp ? keyUp : 0),
      ...{ time: 0, dwExtraInfo: 0 },
    },
  },
});

/** Presses a chord that pastes, as {@link press} does. */
export const pressPaste = (keys: PasteKeys): boolean => press(keysOf[keys]);

/** Presses Enter, as {@link press} does. */
export const pressEnter = (): boolean => press([enter]);

/**
 * Presses keys together. All events are in one call, so that no key of the person comes between them.
 *
 * @returns true if Windows took all of them, false if none
 * @throws if it took only some
 */
function press(keys: Key[]): boolean {
  const releases = keys.toReversed().map((key) => eventOf(key, true));
  const events = [...keys.map((key) => eventOf(key, false)), ...releases];
  const sent = win32.SendInput(events.length, events, win32.sizeOf.input);
  if (sent === 0 || sent === events.length) return sent !== 0;
  win32.SendInput(releases.length, releases, win32.sizeOf.input);
  throw new Error('Windows took some keys of the chord only.');
}

/* Shift, Ctrl and Alt of both sides, both Windows keys. */
const modifierCodes = [0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0x5b, 0x5c];
const isDown = (code: number): boolean => win32.GetAsyncKeyState(code) < 0;

/* Flags of a window that has a menu open or is being moved. */
const takesKeys = 2 | 4 | 8 | 16;

/** Whether a key is down that would change a paste key, or the window has a menu open. */
export function isKeyboardTaken(window: number): boolean {
  if (modifierCodes.some(isDown) || isDown(v.code) || isDown(insert.code)) return true;
  const info = { cbSize: win32.sizeOf.threadInfo, flags: 0 };
  const thread = win32.GetWindowThreadProcessId(window, [0]);
  return win32.GetGUIThreadInfo(thread, info) !== 0 && (info.flags & takesKeys) !== 0;
}

/** A message that no program handles. Windows passes it only to programs with the app's rights. */
const probe = win32.RegisterWindowMessageW('CaptionKey.Probe');

/** Whether Windows blocks the app's keys for a window, because its program runs as administrator. */
export const isElevated = (window: number): boolean =>
  win32.PostMessageW(window, probe, 0, 0) === 0 && win32.IsWindow(window) !== 0;
