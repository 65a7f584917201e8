import { askForAccessibility } from './accessibility.electron.ts';
import { frontApp } from './front-app.ts';
import { keyCodeOf } from './key-layout.ts';
import type { MacSystem } from './mac-system.ts';
import { framework } from './native-library.ts';
import { changeCount, mayReadPasteboard, readPasteboard, writePasteboard } from './pasteboard.ts';

const services = framework('ApplicationServices');
const carbon = framework('Carbon');
const isTrusted = services.number('bool AXIsProcessTrusted()');
const mayPost = services.number('bool CGPreflightPostEventAccess()');
const createSource = services.reference('uintptr_t CGEventSourceCreate(int32 state)');
const flagsState = services.number('uint64 CGEventSourceFlagsState(int32 state)');
const createKeyEvent = services.reference(
  'uintptr_t CGEventCreateKeyboardEvent(uintptr_t source, uint16 keyCode, bool isDown)',
);
const setFlags = services.number('void CGEventSetFlags(uintptr_t event, uint64 flags)');
const post = services.number('void CGEventPost(uint32 tap, uintptr_t event)');
const release = services.number('void CFRelease(uintptr_t object)');
const isSecureInput = carbon.number('uint8 IsSecureEventInputEnabled()');

/** `kCGEventSourceStateCombinedSessionState`, which Apple asks a program in a login session to post by. */
const allSources = 0;
/** `kCGEventSourceStateHIDSystemState`: the keys of the keyboard itself. */
const hardware = 1;
/** `kCGSessionEventTap`. */
const session = 1;

/**
 * macOS through its own libraries, as Apple documents them. This code has never run.
 *
 * Imported on macOS only, in the main process.
 */
export const nativeMacSystem: MacSystem = {
  mayPressKeys: () => isTrusted() !== 0 && mayPost() !== 0,
  askToPressKeys: askForAccessibility,
  isSecureInput: () => isSecureInput() !== 0,
  frontApp,
  heldModifiers: () => flagsState(hardware),
  pasteKeyCode: () => keyCodeOf('v'),
  createSource: () => createSource(allSources),
  createKeyEvent: (source, keyCode, isDown) => createKeyEvent(source, keyCode, isDown),
  setFlags: (event, flags) => {
    setFlags(event, flags);
  },
  post: (event) => {
    post(session, event);
  },
  release: (reference) => {
    release(reference);
  },
  changeCount,
  mayReadPasteboard,
  readPasteboard,
  writePasteboard,
};
