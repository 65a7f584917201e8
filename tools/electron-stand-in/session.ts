import type { Session } from 'electron';
import { runningChromium } from './app/app.ts';
import { protocol } from './protocol.ts';
import { strictly } from './strict.ts';

/**
 * Chromium's permissions can be set from outside and not be asked about. So a handler, whatever it
 * would decide, means that every permission is refused; a request is never brought before it.
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
