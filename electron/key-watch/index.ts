import * as v from 'valibot';
import { isLoneModifier, type Chord, type Modifier } from '#shared/accelerator.ts';
import { monotonicMs } from '../monotonic.ts';
import { openParentPort } from '../parent-port.ts';
import { ChordWatch } from './chord-watch.ts';
import { InputWatch, type OwnKey } from './input-watch.ts';
import { modifierCodes, uiohookCode } from './key-codes.ts';
import {
  keyWatchCommandSchema,
  type KeyWatchFailureCode,
  type KeyWatchReport,
} from './protocol.ts';
import { X11Keyboard } from './x11-keyboard.ts';

/**
 * The key watch: hears every key of the machine, for the release that no other way tells. So it is
 * a process of its own that runs only while a key to hold is set, tells when that one chord is
 * pressed and released, of a lone modifier that it was not alone, and whether anything else was pressed
 * since a moment, and keeps, logs and tells nothing else.
 */
const port = openParentPort();
const report = (message: KeyWatchReport): void => port.post(message);

interface Running {
  chord: ChordWatch;
  input: InputWatch;
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
      void running?.chord.grabbed(command);
      break;
    case 'check':
      void running?.chord.check();
      break;
    case 'own-keys':
      running?.input.setOwn(command.chords.flatMap((chord) => running?.targetOf(chord) ?? []));
      break;
    case 'watch-input':
      running?.input.watch(command.id, command.behindServerMs);
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
  const targetOf = (wanted: Chord): OwnKey | null => {
    const keycode =
      keyboard !== null && wanted.key.length === 1
        ? keyboard.uiohookCodeOf(wanted.key)
        : uiohookCode(UiohookKey, wanted.key);
    return keycode === null ? null : { keycode, modifiers: modifiersHeld(wanted) };
  };
  const target = targetOf(chord);
  if (target === null) return 'no-such-key';
  const xKeycode = keyboard?.keycodeOf(chord.key) ?? null;
  const isDown = keyboard === null || xKeycode === null ? null : () => keyboard.isDown(xKeycode);
  const watch = new ChordWatch({ ...target, isLone: isLoneModifier(chord) }, isDown, (type) =>
    report({ type, atMs: monotonicMs() }),
  );
  const input = new InputWatch(modifierCodes(UiohookKey), (id) => report({ type: 'input', id }));
  uIOhook.on('keydown', (event) => {
    watch.down(event);
    input.key(event, watch.isHolding(event.keycode));
  });
  uIOhook.on('keyup', (event) => watch.up(event));
  // A click or a turn of the wheel with a modifier is a shortcut of the other program, too.
  uIOhook.on('mousedown', (event) => {
    watch.other();
    input.click(event);
  });
  uIOhook.on('wheel', () => watch.other());
  try {
    uIOhook.start();
  } catch (error) {
    if (v.is(v.object({ code: v.literal('UIOHOOK_ERROR_AXAPI_DISABLED') }), error))
      return 'not-permitted';
    throw error;
  }
  running = { chord: watch, input, targetOf };
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
