import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { System } from '#shared/system.ts';
import { setAutostart } from './autostart.ts';
import { macLoginItem } from './mac-login-item.ts';
import type { LoginItem } from './start-at-login.ts';

const hidden = '--hidden';

/** The start with the session, as the system has it. */
export function loginItemOf(system: System): LoginItem {
  if (system === 'linux') return onLinux();
  const path = process.execPath;
  if (system === 'macos')
    return macLoginItem({
      path,
      isPackaged: app.isPackaged,
      registration: () => app.getLoginItemSettings(),
      register: (isOn) => app.setLoginItemSettings({ openAtLogin: isOn }),
    });
  const args = app.isPackaged ? [hidden] : [app.getAppPath(), hidden];
  return {
    path,
    refusal: null,
    isThere: () => app.getLoginItemSettings({ args }).openAtLogin,
    set: (isOn) => app.setLoginItemSettings({ openAtLogin: isOn, args }),
  };
}

function onLinux(): LoginItem {
  const path = join(app.getPath('appData'), 'autostart', 'captionkey.desktop');
  const autostart = app.isPackaged
    ? { command: [process.env.APPIMAGE ?? process.execPath, hidden], folder: null }
    : { command: ['npm', 'start', '--', hidden], folder: app.getAppPath() };
  return {
    path,
    refusal: null,
    isThere: () => existsSync(path),
    set: (isOn) => setAutostart(path, isOn ? autostart : null),
  };
}

/** Whether macOS has started the app with the session. It passes no arguments. */
export const wasOpenedAtLogin = (system: System): boolean =>
  system === 'macos' && app.getLoginItemSettings().wasOpenedAtLogin;
