import * as v from 'valibot';
import { titleEventSchema } from './messages.ts';
import { SwayIpc } from './sway-ipc.ts';

interface Place {
  x: number;
  y: number;
}

/**
 * Moves the window to its place each time it is shown, because sway puts a floating X window into the
 * middle of the screen, also whenever it asks for a size. Does nothing if sway does not answer.
 *
 * @param socket the `SWAYSOCK` of the environment
 * @param title the window's title
 * @param place its place from the corner of the desktop, in pixels; null if it is not known
 * @returns moves the window again
 */
export async function placeOnSway(
  socket: string,
  title: string,
  place: () => Place | null,
): Promise<() => void> {
  const ipc = await SwayIpc.open(socket).catch(() => null);
  let windowId: number | null = null;
  const move = (): void => {
    const wanted = place();
    if (wanted === null || windowId === null) return;
    const command = `[con_id=${windowId}] move absolute position ${wanted.x} px ${wanted.y} px`;
    void ipc?.run(command).catch(() => undefined);
  };
  const subscribed = ipc?.subscribe(['window'], (_event, value) => {
    const event = v.safeParse(titleEventSchema, value);
    if (!event.success || event.output.container.name !== title) return;
    windowId = event.output.container.id;
    move();
  });
  await subscribed?.catch(() => undefined);
  return move;
}
