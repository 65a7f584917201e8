import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { patienceMs } from '../../patience.ts';

const pollMs = 15;

/**
 * Calls `ask` until it returns an answer other than null.
 *
 * @param what the subject of the error on a timeout
 */
export async function answered<T>(
  what: string,
  ask: () => Promise<T | null> | T | null,
): Promise<T> {
  const endMs = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() > endMs) throw new Error(`${what}: not within ${patienceMs} ms.`);
    await sleep(pollMs);
  }
}

/**
 * Waits until a server accepts connections on a socket. Its file exists a moment earlier.
 *
 * @param path of the socket
 */
export const accepting = (what: string, path: string): Promise<true> =>
  answered(what, async () => {
    const socket = connect(path);
    try {
      await once(socket, 'connect');
      return true;
    } catch {
      return null;
    } finally {
      socket.destroy();
    }
  });
