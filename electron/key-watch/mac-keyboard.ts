import koffi from 'koffi';

const graphics = koffi.load('/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics');
const keyState: (source: number, keyCode: number) => unknown = graphics.func(
  'bool CGEventSourceKeyState(int32 source, uint16 keyCode)',
);

/** `kCGEventSourceStateCombinedSessionState`: every keyboard of the session, also of a remote control. */
const allSources = 0;

/** Whether a key is down on macOS now. */
export const isMacKeyDown = (keyCode: number): boolean => keyState(allSources, keyCode) === true;
