import type { Worker } from 'node:worker_threads';
import { SessionBus } from '../../dbus/session-bus.ts';
import { PortalKeyboard } from '../portal/portal-keyboard.ts';
import type { TokenStore } from '../portal/token-store.ts';
import { NativeInsertion } from '../wayland/native-insertion.ts';
import { WaylandClipboard } from '../wayland/wayland-clipboard.ts';
import { AtspiFocus } from './atspi-focus.ts';
import { GnomePort } from './gnome-port.ts';
import { gnomeShell } from './shell.ts';
import { childOf } from './worker-child.ts';

interface Parts {
  /** Starts the thread that has the clipboard. */
  startWorker: () => Worker;
  tokens: TokenStore;
  /** Whether to paste if no program reports that it is in front. Called each time. */
  pastesIntoUnknown: () => boolean;
}

/**
 * The insertion of GNOME; null if no GNOME Shell answers.
 *
 * @param address of the session bus
 */
export async function openGnome(
  address: string,
  { startWorker, tokens, pastesIntoUnknown }: Parts,
): Promise<NativeInsertion | null> {
  const bus = await SessionBus.open(address).catch(() => null);
  if (bus === null) return null;
  if (!(await bus.hasOwner(gnomeShell.destination).catch(() => false))) {
    bus.close();
    return null;
  }
  const clipboard = new WaylandClipboard(() => childOf(startWorker()));
  // Without it every window is unknown.
  const focus = await AtspiFocus.open(bus).catch(() => null);
  const keyboard = new PortalKeyboard(bus, tokens);
  const port = new GnomePort(clipboard, { bus, focus, keyboard, pastesIntoUnknown });
  return new NativeInsertion(clipboard, port);
}
