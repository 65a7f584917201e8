import * as v from 'valibot';
import { titleEventSchema } from './messages.ts';
import { SwayIpc } from './sway-ipc.ts';

interface Place {
  x: number;
  y: number;
}

/**
 * sway puts a floating X window into the middle of the screen, wherever its program wants it. So the
 * window is moved each time it is shown. Nothing where sway does not answer.
 *
 * @param socket the `SWAYSOCK` of the environment
 * @param title of the window
 * @param place where it belongs, from the corner of the desktop; null where that is not known
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
