import { inPool, objcClass, send } from './objective-c.ts';

/** Shows the app's windows again after `app.hide()`. The program in front keeps the keyboard. Never run. */
export function unhideWithoutActivation(): void {
  inPool(() =>
    send(send(objcClass('NSApplication'), 'sharedApplication'), 'unhideWithoutActivation'),
  );
}
