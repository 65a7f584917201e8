import type { UiohookKey } from 'uiohook-napi';
import * as v from 'valibot';
import { isLoneModifier, type Chord, type Modifier } from '#shared/accelerator.ts';
import { monotonicMs } from '../monotonic.ts';
import { openParentPort } from '../parent-port.ts';
import { ChordWatch } from './chord-watch.ts';
import { InputWatch, type OwnKey } from './input-watch.ts';
import { codeOfButton, codeOfGrabbed, modifierCodes, uiohookCode } from './key-codes.ts';
import { macKeyCodeOf } from './mac-key-codes.ts';
import { MacKeys } from './mac-keys.ts';
import {
  keyWatchCommandSchema,
  type KeyWatchFailureCode,
  type KeyWatchReport,
} from './protocol.ts';
import { startFailureOf } from './start-failure.ts';
import { endWithoutTrust } from './trust.ts';
import { WindowsKeys } from './windows-keys.ts';
import { X11Keyboard } from './x11-keyboard.ts';

/**
 * The key watch. It sees every key event of the machine, because registered shortcuts report no
 * release. So it is a separate process, which runs only while a key to hold is set. It reports the
 * press and release of that chord unless a grab does, whether a lone modifier was used together with
 * another key, and whether another key or a mouse button went down since a given time. It stores and logs
 * nothing.
 */
const port = openParentPort();
const report = (message: KeyWatchReport): void => port.post(message);

interface Running {
  /** Null if a grab reports the chord. */
  chord: ChordWatch | null;
  input: InputWatch;
  windowsKeys: WindowsKeys | null;
  targetOf: (chord: Chord) => OwnKey | null;
}

let running: Running | null = null;

port.onMessage((message) => {
  const command = v.parse(keyWatchCommandSchema, message);
  switch (command.type) {
    case 'watch':
      void start(command.chord);
      break;
    case 'grabbed':
      if (running?.windowsKeys?.isAltGr !== true) void running?.chord?.grabbed(command);
      break;
    case 'check':
      void running?.chord?.check();
      break;
    case 'own-keys':
      running?.input.setOwn(command.chords.flatMap((chord) => running?.targetOf(chord) ?? []));
      break;
    case 'watch-input':
      running?.input.watch(command.id, command.afterServerMs);
      break;
  }
});
/** `process.exit` would wait for the hook's thread. */
const endNow = (): void => void process.kill(process.pid, 'SIGKILL');
port.onDisconnect(endNow);

/** Imports the Windows back end on Windows only, because it loads user32.dll. */
async function openWindowsKeys(
  chord: Chord,
  codes: typeof UiohookKey,
): Promise<WindowsKeys | null> {
  if (process.platform !== 'win32') return null;
  const { WindowsKeyboard } = await import('./windows-keyboard.ts');
  return new WindowsKeys(new WindowsKeyboard(), chord, codes);
}

/** Imports the macOS back end on macOS only, because it loads CoreGraphics. */
async function openMacKeys({ key }: Chord): Promise<MacKeys | null> {
  const keyCode = macKeyCodeOf(key);
  if (process.platform !== 'darwin' || keyCode === null) return null;
  const { isMacKeyDown } = await import('./mac-keyboard.ts');
  return new MacKeys(() => isMacKeyDown(keyCode));
}

/** Imports the library of macOS on macOS only. Null on systems that need no permission. */
async function openTrust(): Promise<(() => boolean) | null> {
  return process.platform === 'darwin' ? (await import('./mac-trust.ts')).isTrusted : null;
}

async function start(chord: Chord | null): Promise<void> {
  const failure = await listen(chord).catch((error: unknown) => {
    console.error(String(error));
    return 'cannot-start' as const;
  });
  report(failure === null ? { type: 'started' } : { type: 'failed', code: failure });
}

async function listen(chord: Chord | null): Promise<KeyWatchFailureCode | null> {
  const keyboard =
    process.platform === 'linux' ? await X11Keyboard.open(process.env.DISPLAY ?? ':0') : null;
  if (typeof keyboard === 'string') return keyboard;
  const isTrusted = await openTrust();
  // uiohook would show the question of macOS at each start.
  if (isTrusted?.() === false) return 'not-permitted';
  const { uIOhook, UiohookKey } = await import('uiohook-napi');
  const keyCodeOf = (key: string): number | null =>
    keyboard !== null && key.length === 1
      ? keyboard.uiohookCodeOf(key)
      : uiohookCode(UiohookKey, key);
  const targetOf = (wanted: Chord): OwnKey | null => {
    const keycode = codeOfGrabbed(wanted) ?? keyCodeOf(wanted.key);
    return keycode === null ? null : { keycode, modifiers: modifiersHeld(wanted) };
  };
  const target = chord && targetOf(chord);
  if (chord !== null && target === null) return 'no-such-key';
  const windowsKeys = chord && (await openWindowsKeys(chord, UiohookKey));
  const watch = chord && target && (await watchChord(chord, target, keyboard, windowsKeys));
  const input = new InputWatch(modifierCodes(UiohookKey), (id) => report({ type: 'input', id }));
  uIOhook.on('keydown', (heard) => {
    const event = windowsKeys === null ? heard : windowsKeys.down(heard);
    if (event === null) return;
    watch?.down(event);
    input.key(event, watch?.isHolding(event.keycode) ?? false);
  });
  uIOhook.on('keyup', (event) => {
    windowsKeys?.up(event);
    watch?.up(event);
  });
  // Other programs also have shortcuts of a modifier with a click or the wheel.
  uIOhook.on('mousedown', (event) => {
    watch?.other();
    input.key({ ...event, keycode: codeOfButton(event.button) }, false);
  });
  uIOhook.on('wheel', () => watch?.other());
  try {
    uIOhook.start();
  } catch (error) {
    const failure = startFailureOf(error);
    if (failure === null) throw error;
    return failure;
  }
  running = { chord: watch, input, windowsKeys, targetOf };
  if (isTrusted !== null) endWithoutTrust(isTrusted, endNow);
  return null;
}

/** Reports the holds of the chord. */
async function watchChord(
  chord: Chord,
  target: OwnKey,
  keyboard: X11Keyboard | null,
  windowsKeys: WindowsKeys | null,
): Promise<ChordWatch> {
  const mac = await openMacKeys(chord);
  const xKeycode = keyboard?.keycodeOf(chord.key) ?? null;
  const isDownOnX11 =
    keyboard === null || xKeycode === null ? null : () => keyboard.isDown(xKeycode);
  const isDown = windowsKeys?.isDown ?? mac?.isDown ?? isDownOnX11;
  return new ChordWatch({ ...target, isLone: isLoneModifier(chord) }, isDown, (type) => {
    if (type === 'press') {
      windowsKeys?.pressed();
      mac?.pressed();
    } else if (type === 'release') mac?.released();
    report({ type, atMs: monotonicMs() });
  });
}

const loneModifierIs: Record<string, Modifier> = {
  RightControl: 'control',
  RightAlt: 'alt',
  RightShift: 'shift',
  RightSuper: 'super',
};

/** The modifiers that uiohook reports when the key goes down. It counts a modifier key itself. */
function modifiersHeld(chord: Chord): Modifier[] {
  const itself = isLoneModifier(chord) ? loneModifierIs[chord.key] : undefined;
  return itself === undefined ? chord.modifiers : [itself];
}
