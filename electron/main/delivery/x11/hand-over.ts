import { deliveryTuning as tuning } from '../tuning.ts';
import type { XConnection } from './connection.ts';

/**
 * Asks the clipboard manager to keep what we have on the clipboard, which ends with us otherwise.
 * It reads it from us meanwhile. Without a manager nothing happens.
 */
export async function handOver(connection: XConnection, formats: number[]): Promise<void> {
  const { X, window } = connection;
  const manager = connection.atom('CLIPBOARD_MANAGER');
  const owner = await connection.ask<number>((cb) => X.GetSelectionOwner(manager, cb));
  if (owner === 0) return;
  const property = connection.atom('_CAPTIONKEY_DATA');
  const type = connection.atom('ATOM');
  const events = connection.queue(
    ({ name, selection }) =>
      name === 'SelectionRequest' || (name === 'SelectionNotify' && selection === manager),
  );
  try {
    await connection.done((cb) => X.ChangeProperty(0, window, property, type, 32, formats, cb));
    const time = await connection.serverTime();
    const save = connection.atom('SAVE_TARGETS');
    await connection.done((cb) => X.ConvertSelection(window, manager, save, property, time, cb));
    let event = await events.next(performance.now() + tuning.handOverTimeoutMs);
    // Clipman never says that it is done: it reads all there is, and then nothing more comes.
    while (event?.name === 'SelectionRequest')
      event = await events.next(performance.now() + tuning.handOverQuietMs);
  } finally {
    events.stop();
  }
}
