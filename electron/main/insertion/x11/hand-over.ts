import { insertionTuning as tuning } from '../tuning.ts';
import type { XConnection } from '../x-server/connection.ts';

/**
 * Asks the clipboard manager to keep the app's content, which otherwise ends with the app. The manager
 * reads it meanwhile. Does nothing without a manager.
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
    // Clipman does not report its end: it reads everything, and then no more requests come.
    while (event?.name === 'SelectionRequest')
      event = await events.next(performance.now() + tuning.handOverQuietMs);
  } finally {
    events.stop();
  }
}
