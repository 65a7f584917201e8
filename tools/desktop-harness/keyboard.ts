import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectX, done, reply } from './x11/connection.ts';
import { keycodesOf, lockMasks, parseChord } from './x11/keys.ts';

/** Keys that are held down. */
export interface HeldKeys {
  /** When the first key was sent to the X server, by the system's monotonic clock. */
  pressedAtMs: number;
  release(): Promise<void>;
}

/**
 * Presses a chord such as `ctrl+alt+space`, or a key by its X name such as `Control_R`. As with a real
 * keyboard, the client that grabbed the chord or the window with the focus receives it. Rejects with a
 * TypeError if the keyboard lacks a key.
 */
export const holdKeys = async (display: string, chord: string): Promise<HeldKeys> => {
  const connection = await connectX(display);
  const { X } = connection;
  const keycodes = await keycodesOf(connection, chord);
  const xtest = await reply<import('x11').XTest>((cb) => X.require('xtest', cb));
  const pressedAtMs = Number(process.hrtime.bigint()) / 1e6;
  for (const keycode of keycodes) xtest.FakeInput(xtest.KeyPress, keycode, 0, 0, 0, 0);
  await X.sync();
  return {
    pressedAtMs,
    release: async () => {
      for (const keycode of keycodes.toReversed())
        xtest.FakeInput(xtest.KeyRelease, keycode, 0, 0, 0, 0);
      await X.sync();
      connection.close();
    },
  };
};

/** No person presses the same chord again sooner. The app takes quicker presses for auto-repeat. */
const soonestAgainMs = 250;

/** When each chord was last pressed, by display and chord. */
const pressedAt = new Map<string, number>();

/** Presses a chord and releases it at once, see {@link holdKeys}. */
export const pressKeys = async (display: string, chord: string): Promise<void> => {
  const key = `${display} ${chord}`;
  const agoMs = performance.now() - (pressedAt.get(key) ?? -Infinity);
  if (agoMs < soonestAgainMs) await sleep(soonestAgainMs - agoMs);
  const held = await holdKeys(display, chord);
  await held.release();
  pressedAt.set(key, performance.now());
};

/** Grabs the whole keyboard, as an open menu or a screen lock does. The result releases it. */
export const takeKeyboard = async (display: string): Promise<() => Promise<void>> => {
  const connection = await connectX(display);
  const { X, root } = connection;
  const refused = await reply<number>((cb) => X.GrabKeyboard(root, 0, 0, 1, 1, cb));
  if (refused !== 0) throw new Error('Another program has grabbed the keyboard.');
  return async () => {
    const ended = once(X, 'end');
    connection.close();
    await ended;
  };
};

/** A chord that another program has grabbed. */
export interface KeyGrab {
  /** Releases the chord. */
  stop(): Promise<void>;
}

/** Grabs a chord as another program would. Rejects if a program has it already. */
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
