import * as v from 'valibot';
import { isLoneModifier, type Chord, type Modifier } from '#shared/accelerator.ts';
import { monotonicMs } from '../monotonic.ts';
import { openParentPort } from '../parent-port.ts';
import { ChordWatch } from './chord-watch.ts';
import { uiohookCode } from './key-codes.ts';
import {
  keyWatchCommandSchema,
  type KeyWatchFailureCode,
  type KeyWatchReport,
} from './protocol.ts';
import { X11Keyboard } from './x11-keyboard.ts';

/**
 * The key watch: hears every key of the machine, for the release that no other way tells. So it is
 * a process of its own that runs only while a key to hold is set, tells when that one chord is
 * pressed and released, and of a lone modifier that it was not alone, and keeps, logs and tells nothing else.
 */
const port = openParentPort();
const report = (message: KeyWatchReport): void => port.post(message);

let running: ChordWatch | null = null;

port.onMessage((message) => {
  const command = v.parse(keyWatchCommandSchema, message);
  switch (command.type) {
    case 'watch':
      void start(command.chord);
      break;
    case 'grabbed':
      void running?.grabbed(command);
      break;
    case 'check':
      void running?.check();
      break;
  }
});
// An orderly exit would wait for the hook's thread.
port.onDisconnect(() => process.kill(process.pid, 'SIGKILL'));

async function start(chord: Chord): Promise<void> {
  const failure = await listen(chord).catch((error: unknown) => {
    console.error(String(error));
    return 'cannot-start' as const;
  });
  report(failure === null ? { type: 'started' } : { type: 'failed', code: failure });
}

async function listen(chord: Chord): Promise<KeyWatchFailureCode | null> {
  const keyboard =
    process.platform === 'linux' ? await X11Keyboard.open(process.env.DISPLAY ?? ':0') : null;
  if (typeof keyboard === 'string') return keyboard;
  const { uIOhook, UiohookKey } = await import('uiohook-napi');
  const keycode =
    keyboard !== null && chord.key.length === 1
      ? keyboard.uiohookCodeOf(chord.key)
      : uiohookCode(UiohookKey, chord.key);
  if (keycode === null) return 'no-such-key';
  const xKeycode = keyboard?.keycodeOf(chord.key) ?? null;
  const isDown = keyboard === null || xKeycode === null ? null : () => keyboard.isDown(xKeycode);
  const target = { keycode, modifiers: modifiersHeld(chord), isLone: isLoneModifier(chord) };
  const watch = new ChordWatch(target, isDown, (type) => report({ type, atMs: monotonicMs() }));
  uIOhook.on('keydown', (event) => watch.down(event));
  uIOhook.on('keyup', (event) => watch.up(event));
  // A click or a turn of the wheel with a modifier is a shortcut of the other program, too.
  uIOhook.on('mousedown', () => watch.other());
  uIOhook.on('wheel', () => watch.other());
  try {
    uIOhook.start();
  } catch (error) {
    if (v.is(v.object({ code: v.literal('UIOHOOK_ERROR_AXAPI_DISABLED') }), error))
      return 'not-permitted';
    throw error;
  }
  running = watch;
  return null;
}

const loneModifierIs: Record<string, Modifier> = {
  RightControl: 'control',
  RightAlt: 'alt',
  RightShift: 'shift',
  RightSuper: 'super',
};

/** What uiohook says is held when the key goes down; it counts the key itself. */
function modifiersHeld(chord: Chord): Modifier[] {
  const itself = isLoneModifier(chord) ? loneModifierIs[chord.key] : undefined;
  return itself === undefined ? chord.modifiers : [itself];
}
