import { once } from 'node:events';
import { connectX, done, reply, withX } from './x11/connection.ts';
import { keycodesOf, lockMasks, parseChord } from './x11/keys.ts';

/**
 * Presses and releases a chord such as `ctrl+alt+space` on the display, as a keyboard would:
 * whoever has grabbed it, or has the focus, receives it.
 * Rejects with a TypeError where the keyboard lacks a key.
 */
export const pressKeys = (display: string, chord: string): Promise<void> =>
  withX(display, async (connection) => {
    const { X } = connection;
    const keycodes = await keycodesOf(connection, chord);
    const xtest = await reply<import('x11').XTest>((cb) => X.require('xtest', cb));
    for (const keycode of keycodes) xtest.FakeInput(xtest.KeyPress, keycode, 0, 0, 0, 0);
    for (const keycode of keycodes.toReversed())
      xtest.FakeInput(xtest.KeyRelease, keycode, 0, 0, 0, 0);
    await X.sync();
  });

/** A chord that is taken by another program. */
export interface KeyGrab {
  /** Gives the chord free again. */
  stop(): Promise<void>;
}

/** Takes a chord as another program would. Rejects where somebody else has it. */
export const grabKeys = async (display: string, chord: string): Promise<KeyGrab> => {
  const connection = await connectX(display);
  const { X, root } = connection;
  const { modifiers, keycode } = await parseChord(connection, chord);
  for (const locks of lockMasks)
    await done((cb) => X.GrabKey(root, 0, modifiers | locks, keycode, 1, 1, cb));
  return {
    stop: async () => {
      const ended = once(X, 'end');
      connection.close();
      await ended;
    },
  };
};
