import x11 from 'x11';
import { insertionTuning as tuning } from '../tuning.ts';
import type { XConnection } from './connection.ts';
import type { Value } from './content.ts';

/**
 * Puts a value into a property of another client's window. A long value is announced and then written in
 * parts, each after the previous one was deleted (ICCCM 2.7.2).
 *
 * @param announced called as soon as the requestor can be notified
 * @returns whether the requestor took all of it; a window that closes takes nothing
 */
export async function putValue(
  connection: XConnection,
  requestor: number,
  property: number,
  value: Value,
  announced: () => Promise<void>,
): Promise<boolean> {
  const { X } = connection;
  const { type, format, data } = value;
  const put = (content: Buffer | number[], as: { type: number; format: 8 | 16 | 32 }) =>
    connection.done((cb) =>
      X.ChangeProperty(0, requestor, property, as.type, as.format, content, cb),
    );
  if (data.length <= tuning.chunkBytes) {
    await put(data, { type, format });
    await announced();
    return true;
  }
  const { PropertyChange, StructureNotify } = x11.eventMask;
  const eventMask = PropertyChange | StructureNotify;
  const taken = connection.queue(
    ({ name, wid, atom, state }) =>
      wid === requestor &&
      (name === 'DestroyNotify' || (name === 'PropertyNotify' && atom === property && state === 1)),
  );
  try {
    // The events stay selected, because another part of the request may use the same window.
    await connection.done((cb) => X.ChangeWindowAttributes(requestor, { eventMask }, cb));
    await put([data.length], { type: connection.atom('INCR'), format: 32 });
    await announced();
    for (let at = 0; ; at += tuning.chunkBytes) {
      const event = await taken.next(performance.now() + tuning.transferTimeoutMs);
      if (event?.name !== 'PropertyNotify') return false;
      if (at >= data.length + tuning.chunkBytes) return true;
      // An empty part marks the end.
      await put(data.subarray(at, at + tuning.chunkBytes), { type, format });
    }
  } finally {
    taken.stop();
  }
}
