import x11, { type XTest } from 'x11';
import { connectX, done, reply, withX } from './x11/connection.ts';

/** Moves the pointer, as a mouse would. */
export const movePointer = (display: string, { x, y }: { x: number; y: number }): Promise<void> =>
  withX(display, async ({ X, root }) => {
    const xtest = await reply<XTest>((cb) => X.require('xtest', cb));
    xtest.FakeInput(xtest.MotionNotify, 0, 0, root, x, y);
    await X.sync();
  });

/** Clicks with the left mouse button at the pointer's position. */
export const clickPointer = (display: string): Promise<void> =>
  withX(display, async ({ X }) => {
    const xtest = await reply<XTest>((cb) => X.require('xtest', cb));
    for (const type of [xtest.ButtonPress, xtest.ButtonRelease])
      xtest.FakeInput(type, 1, 0, 0, 0, 0);
    await X.sync();
  });

/** The numbers of X11 for the buttons at the side of a mouse, and for its wheel pressed down. */
export const buttons = { left: 1, middle: 2, right: 3, back: 8, forward: 9 } as const;

export interface HeldButton {
  release(): Promise<void>;
}

/** Holds a button of the mouse at the pointer's position. */
export async function holdButton(
  display: string,
  button: keyof typeof buttons,
): Promise<HeldButton> {
  const connection = await connectX(display);
  const { X } = connection;
  const xtest = await reply<XTest>((cb) => X.require('xtest', cb));
  xtest.FakeInput(xtest.ButtonPress, buttons[button], 0, 0, 0, 0);
  await X.sync();
  return {
    release: async () => {
      xtest.FakeInput(xtest.ButtonRelease, buttons[button], 0, 0, 0, 0);
      await X.sync();
      connection.close();
    },
  };
}

/** Presses a button of the mouse and releases it at once. */
export async function pressButton(display: string, button: keyof typeof buttons): Promise<void> {
  await (await holdButton(display, button)).release();
}

/** A window at the pointer, without the focus, and the buttons that were pressed in it. */
export interface ClickTarget {
  /** By the numbers of X11. */
  pressed: number[];
  stop(): void;
}

/** Opens a window that takes clicks in the upper left corner of the screen, and moves the pointer there. */
export async function openClickTarget(display: string): Promise<ClickTarget> {
  const connection = await connectX(display);
  const { X, root } = connection;
  const pressed: number[] = [];
  X.on('event', ({ name, keycode = 0 }) => {
    if (name === 'ButtonPress') pressed.push(keycode);
  });
  const wid = X.AllocID();
  X.CreateWindow(wid, root, 0, 0, 100, 100, 0, 0, 0, 0, {
    eventMask: x11.eventMask.ButtonPress,
    overrideRedirect: 1,
  });
  await done((cb) => X.MapWindow(wid, cb));
  await movePointer(display, { x: 50, y: 50 });
  return { pressed, stop: () => connection.close() };
}
