import type { Session } from 'electron';
import { runningChromium } from './app/app.ts';
import { protocol } from './protocol.ts';
import { strictly } from './strict.ts';

/**
 * Chromium's permissions can be set from outside, but requests for them cannot be seen. So if there is
 * a handler, every permission is refused, and the handler is never called.
 */
const refusePermissions = (handler: unknown): void => {
  if (handler === null)
    throw new Error('electron stand-in: permissions without a handler are not implemented');
  void runningChromium().then(({ cdp }) =>
    cdp.browser.send('Browser.grantPermissions', { permissions: [] }),
  );
};

const defaultSession = strictly<Session>('session.defaultSession', {
  protocol,
  setPermissionRequestHandler: refusePermissions,
  setPermissionCheckHandler: refusePermissions,
});

export const session = strictly<typeof Electron.Session>('session', { defaultSession });
