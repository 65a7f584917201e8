import type { KeyWatchFailureCode } from '../../../key-watch/protocol.ts';

export type KeyWatchProblem = KeyWatchFailureCode | 'stopped';

const pressed = 'Until then the dictation key is pressed to start and pressed again to stop.';

/** Why no release is heard, and what to do. */
export const keyWatchProblems: Record<KeyWatchProblem, string> = {
  'no-display': `The X server cannot be reached, so it is not heard when a key is released. Start CaptionKey in a graphical session. ${pressed}`,
  'no-record': `This X server does not tell when a key is released. Switch its RECORD extension on. ${pressed}`,
  'no-such-key': `This keyboard has no such key to hold. Choose another with Change. ${pressed}`,
  'not-permitted': `macOS does not let CaptionKey hear when a key is released. Allow it in System Settings under Privacy & Security, Accessibility, then start CaptionKey again. ${pressed}`,
  'cannot-start': `It cannot be heard here when a key is released; logs/key-watch.log says why. Start CaptionKey again when that is mended. ${pressed}`,
  stopped: `What hears when a key is released has ended several times. Start CaptionKey again. ${pressed}`,
};
