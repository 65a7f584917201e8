import { SessionBus } from '../../dbus/session-bus.ts';
import { PortalKeyboard } from '../portal/portal-keyboard.ts';
import type { TokenStore } from '../portal/token-store.ts';
import { NativeInsertion } from '../wayland/native-insertion.ts';
import type { WaylandClipboard } from '../wayland/wayland-clipboard.ts';
import { KwinFocus } from './kwin-focus.ts';
import { KwinPort } from './kwin-port.ts';

/**
 * The insertion of KDE Plasma; null if no KWin answers.
 *
 * @param address of the session bus
 * @param isHotkeyHeld whether the person dictates the next text with a held key
 */
export async function openKwin(
  address: string,
  clipboard: WaylandClipboard,
  tokens: TokenStore,
  isHotkeyHeld: () => boolean,
): Promise<NativeInsertion | null> {
  const bus = await SessionBus.open(address).catch(() => null);
  if (bus === null) return null;
  if (await KwinFocus.answers(bus).catch(() => false)) {
    const keyboard = new PortalKeyboard(bus, tokens);
    const parts = { bus, focus: new KwinFocus(bus), keyboard, isHotkeyHeld };
    return new NativeInsertion(clipboard, new KwinPort(clipboard, parts));
  }
  bus.close();
  return null;
}
