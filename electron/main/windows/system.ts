import { app } from 'electron';
import { systemOf } from '#shared/system.ts';
import { sessionBusAddress } from '../dbus/session-bus.ts';

/* What the app asks about the system that it runs on. */

/**
 * Whether this is a Wayland session. One that no login manager has started, such as sway from a console,
 * sets the second variable only.
 */
export const isWayland =
  process.platform === 'linux' &&
  (process.env.XDG_SESSION_TYPE === 'wayland' || Boolean(process.env.WAYLAND_DISPLAY));

/** The IPC socket of sway, or of a compositor with the same IPC. */
export const swaySocket = process.env.SWAYSOCK;

/** The address of the session bus, with services such as KWin's. */
export const busAddress = sessionBusAddress(process.env);

/** The languages of the system, the favourite first. Its own list: Electron has English texts only. */
export const systemLanguages = (): string[] => app.getPreferredSystemLanguages();

export const system = systemOf(process.platform);
export const isMac = system === 'macos';
