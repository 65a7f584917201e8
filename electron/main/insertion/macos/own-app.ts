import { inPool, objcClass, send } from './objective-c.ts';

/** Shows the app's windows again after `app.hide()`. The program in front keeps the keyboard. Never run. */
export function unhideWithoutActivation(): void {
  inPool(() =>
    send(send(objcClass('NSApplication'), 'sharedApplication'), 'unhideWithoutActivation'),
  );
}

const no = 0;

/**
 * Keeps a window visible while the rest of the app is hidden. Never run.
 *
 * @param handle of Electron's `getNativeWindowHandle`: on macOS a pointer to the window's NSView
 */
export function keepVisible(handle: Buffer): void {
  inPool(() => send(send(handle.readBigUInt64LE(), 'window'), 'setCanHide:', no));
}
