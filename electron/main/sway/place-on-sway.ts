import * as v from 'valibot';
import { titleEventSchema } from './messages.ts';
import { SwayIpc } from './sway-ipc.ts';

interface Place {
  x: number;
  y: number;
}

/**
 * Moves the window to its place each time it is shown, because sway puts a floating X window into the
 * middle of the screen. Does nothing if sway does not answer.
 *
 * @param socket the `SWAYSOCK` of the environment
 * @param title the window's title
 * @param place its place from the corner of the desktop, in pixels; null if it is not known
 */
export async function placeOnSway(
  socket: string,
  title: string,
  place: () => Place | null,
): Promise<void> {
  const ipc = await SwayIpc.open(socket).catch(() => null);
  const subscribed = ipc?.subscribe(['window'], (_event, value) => {
    const event = v.safeParse(titleEventSchema, value);
    if (!event.success || event.output.container.name !== title) return;
    const wanted = place();
    if (wanted === null) return;
    const { id } = event.output.container;
    const move = `[con_id=${id}] move absolute position ${wanted.x} px ${wanted.y} px`;
    void ipc.run(move).catch(() => undefined);
  });
  await subscribed?.catch(() => undefined);
}
