import { SwayIpc } from '../../sway/sway-ipc.ts';
import { NativeInsertion } from '../wayland/native-insertion.ts';
import type { WaylandClipboard } from '../wayland/wayland-clipboard.ts';
import { SwayPort } from './sway-port.ts';

/**
 * The insertion of sway and compositors with the same IPC; null if nothing answers.
 *
 * @param socket the `SWAYSOCK` of the environment
 */
export async function openSway(
  socket: string,
  clipboard: WaylandClipboard,
): Promise<NativeInsertion | null> {
  const ipc = await SwayIpc.open(socket).catch(() => null);
  if (ipc === null) return null;
  ipc.close();
  return new NativeInsertion(clipboard, new SwayPort(socket, clipboard));
}
