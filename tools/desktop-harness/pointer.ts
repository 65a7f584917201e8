import type { XTest } from 'x11';
import { reply, withX } from './x11/connection.ts';

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
