import type { ParentPort } from 'electron';
import { strictEmitter, strictly, type Part } from './strict.ts';

/* Loaded before the entry of a utility process: gives it Electron's way to talk to its parent. */

const send = process.send?.bind(process);
if (send === undefined) throw new Error('A utility process has a parent.');

class StandInParentPort
  extends strictEmitter('parentPort', ['message'])
  implements Part<ParentPort>
{
  /** Node keeps what arrives until somebody listens, as a message port does. */
  override on(event: string | symbol, listener: (...args: never[]) => void): this {
    super.on(event, listener);
    if (process.listenerCount('message') === 0)
      process.on('message', (data) => this.emit('message', { data, ports: [] }));
    return this;
  }

  postMessage(message: unknown): void {
    send?.(structuredClone(message));
  }
}

// As in Electron, nothing outlives the main process.
process.on('disconnect', () => process.exit());

const define = (key: string, value: unknown): void => {
  Object.defineProperty(process, key, { value, enumerable: true });
};
define('parentPort', strictly<ParentPort>('parentPort', new StandInParentPort()));
define('type', 'utility');
